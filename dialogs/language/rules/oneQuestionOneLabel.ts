import type { Move } from '../../../content/schema/move.ts';
import type { Analysis, Clause } from '../analysis.ts';
import { overlaps } from '../clauseAt.ts';
import type { Vote } from '../vote.ts';

/** Labels of questions, most specific first; a question gets the first that it has a voice for. */
const SPECIFIC_FIRST: readonly Move[] = [
  'explicit-expectations',
  'propose-face-to-face',
  'appeal-responsibility',
  'ask-open-question',
  'closed-leading-question',
];
/** What a question can be instead of a question: a tip, a retort, a paraphrase to check. */
const INSTEAD: readonly Move[] = [
  'premature-advice',
  'defensive',
  'show-understanding',
  'deflect',
  'command-threaten',
  'be-reachable',
  'name-expertise',
  'appreciate',
];
/** What can be instead of a question about expectations. */
const RETORT: readonly Move[] = ['defensive', 'command-threaten'];
/** A question that pushes one of these stays one leading question. */
const PUSHED: readonly Move[] = ['blame-parent', 'minimise'];
const ENOUGH = 0.5;

/** The most specific question wins (R1), and one question has one label. */
export function oneQuestionOneLabel(votes: readonly Vote[], { clauses }: Analysis): readonly Vote[] {
  const questions = clauses.filter(({ question }) => question !== null);
  return questions.reduce(settle, votes);
}

function settle(votes: readonly Vote[], question: Clause): readonly Vote[] {
  const here = votes.filter((vote) => overlaps(vote, question));
  const winner = SPECIFIC_FIRST.find((move) => here.some((vote) => vote.move === move && vote.strength >= ENOUGH));
  if (!winner) return votes;

  const asked = here.filter(({ move }) => SPECIFIC_FIRST.includes(move));
  const rivals = winner === 'explicit-expectations' ? RETORT : INSTEAD;
  const strongest = Math.max(ENOUGH, ...asked.map(({ strength }) => strength));
  const instead = here.some(({ move, strength }) => rivals.includes(move) && strength >= strongest);
  const dropped = new Set<Vote>(instead ? asked : asked.filter(({ move }) => move !== winner));
  if (winner === 'explicit-expectations' && !instead) {
    for (const vote of here) if (vote.move === 'be-reachable') dropped.add(vote);
  }
  if (winner === 'closed-leading-question' && !instead) {
    for (const vote of here) if (PUSHED.includes(vote.move)) dropped.add(vote);
  }
  return votes.filter((vote) => !dropped.has(vote));
}
