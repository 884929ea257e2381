import type { Analysis } from './analysis.ts';
import type { Vote } from './vote.ts';

/** One vote for each move and reason in each clause: two patterns of one cue are no more sure than one. */
export function strongestVotes(votes: readonly Vote[], { clauseOf }: Analysis): readonly Vote[] {
  const strongest = new Map<string, Vote>();
  for (const vote of votes) {
    const key = [vote.move, clauseOf[vote.from], clauseOf[vote.to - 1], vote.bare, vote.strength, vote.rule].join(' ');
    const known = strongest.get(key);
    if (!known || known.strength < vote.strength) strongest.set(key, vote);
  }
  return [...strongest.values()];
}
