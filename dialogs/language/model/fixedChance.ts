/** Numbers from 0 up to 1 in an order that is always the same (a linear congruential generator; Numerical Recipes). */
export interface FixedChance {
  (): number;
  /** Puts the items in another order, in place. */
  mix(items: number[]): void;
}

const START = 20261123;

/** Chance that falls the same way each time. */
export function createFixedChance(): FixedChance {
  let state = START;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const mix = (items: number[]) => {
    for (let last = items.length - 1; last > 0; last -= 1) {
      const other = Math.floor(next() * (last + 1));
      const kept = items[last] ?? 0;
      items[last] = items[other] ?? 0;
      items[other] = kept;
    }
  };
  return Object.assign(next, { mix });
}
