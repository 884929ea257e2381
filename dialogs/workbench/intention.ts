import type { Scenario } from '../../content/schema/scenario.ts';
import type { SayingId } from '../../content/schema/teacher.ts';
import type { Rehearsal } from '../engine/rehearsal.ts';

/** What a simulated teacher wants to say next, before it is put into words. */
export interface Intention {
  /** In the order in which they are said; a farewell comes last. */
  readonly says: readonly SayingId[];
  /** The concern that the understanding is about, or null. */
  readonly concern: string | null;
  /** Always in the very same words. */
  readonly sameWords: boolean;
}

/** A way of holding a talk: what to say next, given all that was said so far. Pure. */
export type Teacher = (rehearsal: Rehearsal, scenario: Scenario) => Intention;

/** An intention to say these things; fresh words, about no concern in particular, unless said otherwise. */
export function intend(
  says: readonly SayingId[],
  { concern = null, sameWords = false }: Partial<Omit<Intention, 'says'>> = {},
): Intention {
  return { says, concern, sameWords };
}
