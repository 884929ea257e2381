import type { Statement } from '../../content/schema/hearing.ts';
import type { Line } from '../../content/schema/line.ts';
import type { Move } from '../../content/schema/move.ts';
import { LATITUDES } from './fitOf.ts';
import { KIND_STATEMENTS } from './kindStatements.ts';
import type { Moment } from './moment.ts';
import { pickLine, type Search } from './pickLine.ts';

const SAME_TRUST = LATITUDES.slice(0, 2);

/**
 * What takes up the strongest move, or the kind of utterance; null when no line fits. A line that names the move goes
 * before one that fits anything. With a `next` line to come, the parent rather does not end on a question, nor begin both
 * lines with the same word. Understanding that names no concern is not taken up in the words of one.
 */
export function chooseReaction(moment: Moment, next: Line | null): Line | null {
  const search: Search = {
    part: 'reaction',
    rather: next === null ? undefined : (line) => clashes(line, next, moment),
  };
  if (answersKind(moment)) {
    const toKind = pickLine(moment, { ...search, only: ({ when }) => when.kind !== undefined });
    if (toKind !== null || moment.move === null) return toKind;
  }
  const toWords = saysMore(moment) ? pickLine(moment, { ...search, only: isToWords(moment) }) : null;
  return (
    toWords ??
    pickLine(moment, {
      ...search,
      only: (line) => namesMove(line) && !isElsewhere(line, moment),
      latitudes: SAME_TRUST,
    }) ??
    pickLine(moment, { ...search, only: namesMove, latitudes: SAME_TRUST }) ??
    pickLine(moment, { ...search, only: (line) => !namesMove(line), latitudes: SAME_TRUST }) ??
    pickLine(moment, search)
  );
}

/** A reaction to what the words show where no move was made, or null. */
export function reactToSign(moment: Moment, next: Line | null): Line | null {
  return pickLine(moment, {
    part: 'reaction',
    only: ({ when }) => when.sign !== undefined,
    rather: next === null ? undefined : (line) => clashes(line, next, moment),
    latitudes: SAME_TRUST,
  });
}

/**
 * Takes up plain words of which no move is sure by what they are about: first the concern that they touch, then where they
 * lean, then what kind of statement it is; or null. After a question of the parent's own rather not with another one.
 */
export function takeUpStatement(moment: Moment): Line | null {
  const search: Search = {
    part: 'reaction',
    latitudes: SAME_TRUST,
    rather: (line) => moment.parentAsked && asksBack(line, moment),
  };
  const toConcern = ({ when }: Line) => when.touched === true && when.concern !== undefined;
  const kinds = goesFirst(moment) ? [isToStatement, toConcern] : [toConcern, isToLean, isToStatement];
  return kinds.reduce<Line | null>((found, only) => found ?? pickLine(moment, { ...search, only }), null);
}

/** Whether what is said counts for more than the concern in whose words: also a plan about what has not come up yet. */
function goesFirst({ statement, concerns, state }: Moment): boolean {
  const isKnown = concerns.some((id) => state.raised.includes(id));
  return SAYS_MORE.includes(statement) || (statement === 'plan' && !isKnown);
}

function isToStatement({ when }: Line): boolean {
  return when.statement !== undefined;
}

/** Asks what the teacher means, where that is not clear; or null. */
export function askWhatIsMeant(moment: Moment): Line | null {
  return pickLine(moment, { part: 'reaction', only: ({ when }) => when.puzzled === true });
}

/** A reaction to the question itself, or null. */
export function reactToQuestion(moment: Moment): Line | null {
  return pickLine(moment, {
    part: 'reaction',
    only: (line) => line.when.move !== undefined && line.when.sign === undefined && !asksBack(line, moment),
    latitudes: SAME_TRUST,
  });
}

/** Whether the parent's words end on a question of their own: then nothing should follow. */
export function asksBack({ say }: Line, { locale }: Moment): boolean {
  return say[locale].endsWith('?');
}

function clashes(line: Line, next: Line, moment: Moment): boolean {
  const firstWord = ({ say }: Line) => say[moment.locale].split(/[^\p{L}]/u, 1)[0];
  return asksBack(line, moment) || firstWord(line) === firstWord(next);
}

/** Moves that are about one matter or another: what the parent says to them is about that one. */
const ABOUT_SOMETHING: readonly (Move | null)[] = ['show-understanding', 'clear-honest-realistic'];

function isElsewhere({ when }: Line, { move, touched }: Moment): boolean {
  return ABOUT_SOMETHING.includes(move) && !touched && when.concern !== undefined;
}

/** What these say goes before a move that is less than sure. */
const SAYS_MORE: readonly (Statement | null)[] = [...KIND_STATEMENTS, 'refused', 'urged'];

/** "I see that you want it, but I can't": what is kind in it is not what is heard. And what is kind goes before a doubt. */
function saysMore(moment: Moment): boolean {
  const { statement, move, signs, unsure, lean } = moment;
  if (statement === 'refused') return ABOUT_SOMETHING.includes(move) && !signs.includes('limit');
  return (isBare(moment) && lean === 'kind') || ((unsure || isBare(moment)) && SAYS_MORE.includes(statement));
}

function isToWords({ statement }: Moment): (line: Line) => boolean {
  return SAYS_MORE.includes(statement) ? isToStatement : isToLean;
}

/** Understanding of nothing in particular. */
function isBare({ move, specific }: Moment): boolean {
  return move === 'show-understanding' && !specific;
}

function isToLean({ when }: Line): boolean {
  return when.lean !== undefined;
}

function namesMove({ when }: Line): boolean {
  return when.move !== undefined || when.sign !== undefined || when.again === true;
}

/** The kind of utterance comes before its moves when it is rude, and is all there is when no move was made. */
function answersKind({ kind, move }: Moment): boolean {
  return kind === 'rude' || (kind !== 'talk' && move === null);
}
