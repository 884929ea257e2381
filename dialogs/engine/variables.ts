import type { Variable } from '../../content/schema/state.ts';
import type { Delta } from '../../content/schema/weight.ts';

/** The five bounded variables, in the order in which they are reported. Content names the same five. */
export const VARIABLES: readonly Variable[] = ['tension', 'trust', 'face', 'agency', 'clarity'];

/** One value per variable, each a whole number from 0 to 100. */
export type Values = Readonly<Record<Variable, number>>;

/** The five values of anything that has them, and nothing else. */
export function valuesOf({ tension, trust, face, agency, clarity }: Values): Values {
  return { tension, trust, face, agency, clarity };
}

/** Adds a change and says what of it was real: values stay from 0 to 100, and zeros are left out of the change. */
export function addWithinBounds(values: Values, wanted: Delta): readonly [next: Values, real: Delta] {
  const next: Record<Variable, number> = { ...valuesOf(values) };
  const real: Partial<Record<Variable, number>> = {};
  for (const variable of VARIABLES) {
    const bounded = Math.min(100, Math.max(0, values[variable] + (wanted[variable] ?? 0)));
    if (bounded === values[variable]) continue;
    real[variable] = bounded - values[variable];
    next[variable] = bounded;
  }
  return [next, real];
}

/** Whether a change of this variable by this amount does the parent good: less tension, more of the rest. */
export function doesGood(variable: Variable, amount: number): boolean {
  return variable === 'tension' ? amount < 0 : amount > 0;
}

/** How much good a change does in all, harm counted off; negative when it harms. */
export function benefitOf(delta: Delta): number {
  let sum = -(delta.tension ?? 0);
  for (const variable of VARIABLES) if (variable !== 'tension') sum += delta[variable] ?? 0;
  return sum;
}
