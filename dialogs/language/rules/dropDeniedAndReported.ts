import type { Analysis, Clause } from '../analysis.ts';
import { clauseAt } from '../clauseAt.ts';
import type { Vote } from '../vote.ts';
import { isAvoided } from './isAvoided.ts';

const QUOTED = /["“„«]([^"”“„«»]*)["”»]/g;
/** Moves that are about naming, not about doing: saying that they are not so leaves them so. */
const KEPT = new Set<Vote['move']>(['jargon', 'break-confidentiality', 'closed-leading-question']);

/** Negation and quotation flip (R3): "ik zeg niet dat het uw schuld is" blames nobody; a quoted move is not made. */
export function dropDeniedAndReported(votes: readonly Vote[], analysis: Analysis): readonly Vote[] {
  const quoted = quotedParts(analysis.text);
  return votes.filter((vote) => {
    if (quoted.some((part) => isInside(vote, part, analysis))) return false;
    return !isAvoided(vote.move) || KEPT.has(vote.move) || !isDisowned(vote, analysis);
  });
}

function quotedParts(text: string): readonly { start: number; end: number }[] {
  return [...text.matchAll(QUOTED)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => start > 0 && end - start > 12);
}

function isInside({ from, to }: Vote, part: { start: number; end: number }, { tokens }: Analysis): boolean {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? 0;
  return start >= part.start && end <= part.end;
}

/** Whether a denial or another speaker stands before it in the sentence, and no "maar" in between. */
function isDisowned(vote: Vote, analysis: Analysis): boolean {
  const clause = clauseAt(analysis, vote.from);
  const sentence = clause && analysis.sentences[clause.sentence];
  if (!clause || !sentence) return false;

  const from = scopeStart(clause, analysis);
  const { phrases } = analysis.viewOf(sentence.locale);
  const opener = phrases.first('denial', from, vote.to) ?? phrases.first('reported', from, vote.to);
  return opener !== undefined && opener.from <= vote.from;
}

function scopeStart(clause: Clause, { clauses }: Analysis): number {
  const before = clauses.filter(({ sentence, from }) => sentence === clause.sentence && from <= clause.from);
  return before.findLast(({ contrast }) => contrast)?.from ?? before[0]?.from ?? clause.from;
}
