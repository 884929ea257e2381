import type { MarkedSpan } from '../../content/schema/example.ts';
import { MOVES, MOVES_TO_AVOID, type Move } from '../../content/schema/move.ts';

/** One turn: its words, the moves it carries, and those that were found. */
export interface Answer {
  readonly text: string;
  readonly gold: readonly MarkedSpan[];
  readonly found: readonly MarkedSpan[];
}

/** Counts for one move over turns. */
export interface Counts {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

/** How well moves were found. All figures are from 0 to 1. */
export interface MoveScore {
  readonly turns: number;
  readonly perMove: Readonly<Record<Move, Counts>>;
  /** Mean F1 over the moves that occur, every move as heavy as another. */
  readonly macroF1: number;
  /** F1 over all turns and moves together. */
  readonly microF1: number;
  readonly worst: { readonly move: Move; readonly f1: number };
  /** Found in the right place: token overlap of at least half of the union. */
  readonly spanF1: number;
  /** Share of the turns without a move in which none was found; 1 when there is no such turn. */
  readonly noneEmpty: number;
  /** Share of all turns with moves of one side only in which a move of the other side was found. */
  readonly severe: number;
  /** Share of turns of which every move was found and none besides. */
  readonly exact: number;
}

const AVOIDED: ReadonlySet<Move> = new Set(MOVES_TO_AVOID);
const ENOUGH_OVERLAP = 0.5;
const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** Scores answers by section 4 of the labelling guide. */
export function scoreMoves(answers: readonly Answer[]): MoveScore {
  const perMove = Object.fromEntries(MOVES.map((move) => [move, countsOf(answers, move)])) as Record<Move, Counts>;
  const present = MOVES.filter((move) => perMove[move].right + perMove[move].missed > 0);
  const worst = present.reduce<MoveScore['worst']>(
    (least, move) => (f1Of(perMove[move]) < least.f1 ? { move, f1: f1Of(perMove[move]) } : least),
    { move: MOVES[0], f1: Number.POSITIVE_INFINITY },
  );
  return {
    turns: answers.length,
    perMove,
    macroF1: mean(present.map((move) => f1Of(perMove[move]))),
    microF1: f1Of(sum(Object.values(perMove))),
    worst,
    spanF1: f1Of(sum(answers.map(spanCounts))),
    noneEmpty: emptyShare(answers.filter(({ gold }) => gold.length === 0)),
    severe: share(
      answers.filter(({ gold }) => gold.length > 0 && sidesOf(gold).size === 1),
      ({ gold, found }) => [...sidesOf(found)].some((side) => !sidesOf(gold).has(side)),
    ),
    exact: share(answers, ({ gold, found }) => sameMoves(gold, found)),
  };
}

/** Share of what was found that is right; 0 when nothing was found. */
export function precisionOf({ right, wrong }: Counts): number {
  return right / (right + wrong || 1);
}

/** Share of what is there that was found; 0 when there is nothing. */
export function recallOf({ right, missed }: Counts): number {
  return right / (right + missed || 1);
}

/** F1 from counts; 0 when nothing was right. */
export function f1Of({ right, wrong, missed }: Counts): number {
  return right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed);
}

function countsOf(answers: readonly Answer[], move: Move): Counts {
  let [right, wrong, missed] = [0, 0, 0];
  for (const { gold, found } of answers) {
    const is = has(gold, move);
    const said = has(found, move);
    if (is && said) right += 1;
    else if (is) missed += 1;
    else if (said) wrong += 1;
  }
  return { right, wrong, missed };
}

function spanCounts({ text, gold, found }: Answer): Counts {
  const words = [...text.matchAll(WORD)].map((word) => ({ start: word.index, end: word.index + word[0].length }));
  const left = gold.map((span) => ({ move: span.move, words: wordsIn(span, words) }));
  for (const span of found) {
    const held = wordsIn(span, words);
    const match = left.findIndex((one) => one.move === span.move && overlap(one.words, held) >= ENOUGH_OVERLAP);
    if (match >= 0) left.splice(match, 1);
  }
  const right = gold.length - left.length;
  return { right, wrong: found.length - right, missed: left.length };
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function wordsIn({ start, end }: Place, words: readonly Place[]): ReadonlySet<number> {
  return new Set(words.filter((word) => word.start >= start && word.end <= end).map((word) => word.start));
}

/** Words in both, as a share of the words in either. */
function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return both / (a.size + b.size - both || 1);
}

function emptyShare(answers: readonly Answer[]): number {
  return answers.length === 0 ? 1 : share(answers, ({ found }) => found.length === 0);
}

function sidesOf(spans: readonly MarkedSpan[]): ReadonlySet<boolean> {
  return new Set(spans.map(({ move }) => AVOIDED.has(move)));
}

function sameMoves(a: readonly MarkedSpan[], b: readonly MarkedSpan[]): boolean {
  return MOVES.every((move) => has(a, move) === has(b, move));
}

/** Whether a turn has this move. */
export function has(spans: readonly Pick<MarkedSpan, 'move'>[], move: Move): boolean {
  return spans.some((span) => span.move === move);
}

function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (total, { right, wrong, missed }) => ({
      right: total.right + right,
      wrong: total.wrong + wrong,
      missed: total.missed + missed,
    }),
    { right: 0, wrong: 0, missed: 0 },
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / (values.length || 1);
}

function share<T>(all: readonly T[], holds: (one: T) => boolean): number {
  return all.filter(holds).length / (all.length || 1);
}
