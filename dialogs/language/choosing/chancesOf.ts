import { asChances } from './asChances.ts';
import type { LabelVoter } from './seen.ts';
import { standardized } from './standardized.ts';

/** A voter and how much it counts beside the others. */
export interface WeighedVoter {
  readonly vote: LabelVoter;
  readonly weight: number;
}

/**
 * All voters on one scale, as chances that add up to one, in the order of the labels. `steepness`: how steeply votes become
 * chances; `ahead`: what a label has before any vote.
 */
export function chancesOf(
  words: readonly string[],
  voters: readonly WeighedVoter[],
  { steepness, ahead = () => 0 }: { readonly steepness: number; readonly ahead?: (label: number) => number },
): readonly number[] {
  const scored = voters.map(({ vote, weight }) => standardized(vote(words)).map((one) => one * weight));
  const votes = Array.from(
    scored[0] ?? [],
    (_, at) => scored.reduce((sum, one) => sum + (one[at] ?? 0), ahead(at)) * steepness,
  );
  return asChances(votes);
}
