import type { Analysis } from './analysis.ts';
import type { Vote } from './vote.ts';

/** One vote for each move and reason in each clause: two patterns of one cue are no more sure than one. */
export function strongestVotes(votes: readonly Vote[], { clauseOf }: Analysis): readonly Vote[] {
  const strongest = new Map<string, Vote>();
  for (const vote of votes) {
    const { move, from, to, bare, strength, rule, sign } = vote;
    const key = [move, clauseOf[from], clauseOf[to - 1], bare, strength, rule, sign].join(' ');
    const known = strongest.get(key);
    if (!known || known.strength < vote.strength) strongest.set(key, vote);
  }
  return [...strongest.values()];
}
