import { TIPS, type TipId } from '../../content/schema/move.ts';
import type { LookingBack } from './lookBack.ts';

/**
 * What is asked, in this order. What belongs to one agreement or promise comes after it, and then the next one is asked
 * for, until there are no more.
 *
 * | step | asks |
 * | --- | --- |
 * | talk | which talk: the planned one or another |
 * | name | what the teacher calls that other one |
 * | tip/… | how that tip went |
 * | agreed | something that was agreed; then `agreed-who`, and `agreed-when` when no day was named |
 * | promised | something the teacher promised; then `promised-when` when no day was named |
 * | contact | a small moment of contact to come (tip 7) |
 * | next | what to try next time |
 */
export type Step =
  | 'talk'
  | 'name'
  | `tip/${TipId}`
  | 'agreed'
  | 'agreed-who'
  | 'agreed-when'
  | 'promised'
  | 'promised-when'
  | 'contact'
  | 'next';

const MAIN: readonly Step[] = [
  'talk',
  ...TIPS.map((tip) => `tip/${tip}` as const),
  'agreed',
  'promised',
  'contact',
  'next',
];
const PART_OF: Readonly<Partial<Record<Step, Step>>> = {
  name: 'talk',
  'agreed-who': 'agreed',
  'agreed-when': 'agreed',
  'promised-when': 'promised',
};

/** Where a look back stands; at its beginning when its step is not one of these any more. */
export function stepOf({ step }: LookingBack): Step {
  return (
    MAIN.find((known) => known === step) ?? (Object.keys(PART_OF) as Step[]).find((known) => known === step) ?? 'talk'
  );
}

/** The step after this one and all that belongs to it; null after the last. */
export function stepAfter(step: Step): Step | null {
  return MAIN[MAIN.indexOf(PART_OF[step] ?? step) + 1] ?? null;
}

/** The step before this one; what is still asked of an agreement leads back to it. The first stays. */
export function stepBefore(step: Step): Step {
  const whole = PART_OF[step];
  if (whole) return whole;
  return MAIN[MAIN.indexOf(step) - 1] ?? 'talk';
}

/** The tip that a step asks about; undefined for another step. */
export function tipAt(step: Step): TipId | undefined {
  return TIPS.find((tip) => step === `tip/${tip}`);
}
