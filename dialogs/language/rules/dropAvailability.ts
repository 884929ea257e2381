import type { Analysis } from '../analysis.ts';
import { clauseAt } from '../clauseAt.ts';
import type { Vote } from '../vote.ts';

/** Being there at fixed times ("ik sta elke ochtend bij de deur") is how to be reached, not an agreement. */
export function dropAvailability(votes: readonly Vote[], analysis: Analysis): readonly Vote[] {
  if (!votes.some(({ move }) => move === 'be-reachable')) return votes;

  return votes.filter(({ move, from }) => {
    const clause = clauseAt(analysis, from);
    const sentence = clause && analysis.sentences[clause.sentence];
    if (move !== 'clear-honest-realistic' || !clause || !sentence) return true;
    return analysis.viewOf(sentence.locale).phrases.first('availability', clause.from, clause.to) === undefined;
  });
}
