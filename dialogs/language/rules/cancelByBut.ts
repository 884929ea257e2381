import type { Move } from '../../../content/schema/move.ts';
import type { Analysis, Clause } from '../analysis.ts';
import { clauseAt, overlaps } from '../clauseAt.ts';
import type { Vote } from '../vote.ts';

/** What may follow "but" and leave the acknowledgement standing: a limit, not knowing, an invitation. */
export const NEUTRAL: ReadonlySet<Move> = new Set<Move>([
  'show-understanding',
  'clear-honest-realistic',
  'ask-open-question',
  'explicit-expectations',
  'appeal-responsibility',
  'propose-face-to-face',
  'be-reachable',
]);

const ENOUGH = 0.5;

/** "But" cancels (R2): an acknowledgement with "maar" after it stands only if it names something and what follows is neutral. */
export function cancelByBut(votes: readonly Vote[], analysis: Analysis): readonly Vote[] {
  return votes.filter((vote) => {
    if (vote.move !== 'show-understanding') return true;
    const but = contrastAfter(vote, analysis);
    return !but || survives(vote, but, votes, analysis);
  });
}

/** The clause with "maar" that follows, in this sentence or as the start of the next. */
function contrastAfter(vote: Vote, analysis: Analysis): Clause | undefined {
  const own = clauseAt(analysis, vote.to - 1);
  if (!own) return undefined;
  const later = analysis.clauses.filter(({ from }) => from >= own.to);
  const [next] = later;
  return later.find(
    (clause) =>
      clause.contrast &&
      (clause.sentence === own.sentence || (clause === next && clause.sentence === own.sentence + 1)),
  );
}

/** What counts is said in the clause of the "but", or, when that one does nothing, in the clause after it. */
function survives({ bare }: Vote, but: Clause, votes: readonly Vote[], { clauses }: Analysis): boolean {
  if (bare) return false;
  const after = clauses.find(({ from }) => from >= but.to);
  const here = votesIn(but, votes);
  const following = here.length > 0 || !after ? here : votesIn(after, votes);
  return following.length > 0 && following.every(({ move }) => NEUTRAL.has(move));
}

function votesIn(clause: Clause, votes: readonly Vote[]): readonly Vote[] {
  return votes.filter((vote) => overlaps(vote, clause) && vote.strength >= ENOUGH);
}
