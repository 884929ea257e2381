/**
 * A fraction in [0, 1) that depends on nothing but the seed and the key.
 *
 * There is no generator state to keep or to restore: every decision names itself (`'3/agenda'`), so a replay, a
 * rewind and another order of asking all meet the same chance.
 */
export function chance(seed: number, key: string): number {
  let mixed = seed | 0;
  for (let index = 0; index < key.length; index += 1) {
    mixed = Math.imul(mixed ^ key.charCodeAt(index), 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}
