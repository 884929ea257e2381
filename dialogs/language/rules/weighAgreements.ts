import type { Move } from '../../../content/schema/move.ts';
import type { Analysis, Clause, Phrases } from '../analysis.ts';
import { clauseAt, overlaps } from '../clauseAt.ts';
import type { Vote } from '../vote.ts';

/** Beside these, a day is part of a demand or of an impossible promise, and no agreement of its own. */
const INSTEAD: ReadonlySet<Move> = new Set<Move>([
  'command-threaten',
  'explicit-expectations',
  'overpromise',
  'deflect',
]);

/**
 * Takes back agreements that are none: beside a demand; being there at fixed times ("ik sta elke ochtend bij de
 * deur") or ringing "volgende week", which is contact without a moment.
 */
export function weighAgreements(votes: readonly Vote[], analysis: Analysis): readonly Vote[] {
  return votes.filter((vote) => {
    const clause = clauseAt(analysis, vote.from);
    const sentence = clause && analysis.sentences[clause.sentence];
    if (vote.rule !== 'agreement' || !clause || !sentence) return true;
    if (votes.some((other) => INSTEAD.has(other.move) && overlaps(other, clause))) return false;

    const contact = votes.some((other) => other.move === 'be-reachable');
    return !contact || !isLoose(clause, votes, analysis.viewOf(sentence.locale).phrases);
  });
}

function isLoose(clause: Clause, votes: readonly Vote[], phrases: Phrases): boolean {
  if (phrases.first('availability', clause.from, clause.to)) return true;

  const here = votes.some((vote) => vote.move === 'be-reachable' && overlaps(vote, clause));
  const moments = phrases.all('when', clause.from, clause.to);
  return here && moments.every(({ from }) => phrases.at('loose-when', from, clause.to) > 0);
}
