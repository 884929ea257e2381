import type { MarkedSpan } from '../../content/schema/example.ts';
import type { Move } from '../../content/schema/move.ts';
import { RUBRIC_DIMENSIONS, type RubricDimension, type RubricLevel } from '../../content/schema/rubric.ts';

/** What a coach says about one turn, or about some words in it. */
export interface Comment {
  /** A random UUID. */
  readonly id: string;
  /** From 1. */
  readonly turn: number;
  /** The words it is about, in UTF-16 units of what the teacher said; null for the whole turn. */
  readonly place: { readonly start: number; readonly end: number } | null;
  readonly text: string;
}

/** The moves of one turn as a coach sees them; a turn that is not coded stands as it was recognised. */
export interface CodedTurn {
  readonly turn: number;
  /** In order of their place; none: the turn carries no move. */
  readonly spans: readonly MarkedSpan[];
}

/** What a coach saw of one dimension, and where. */
export interface RubricMark {
  readonly dimension: RubricDimension;
  readonly level: RubricLevel;
  /** The turns that show it, in order. */
  readonly turns: readonly number[];
}

/** What one coach makes of one talk. Plain JSON, kept as it is. */
export interface Review {
  readonly version: 1;
  /** In order of their place in the talk. */
  readonly comments: readonly Comment[];
  /** In order of turn. */
  readonly coded: readonly CodedTurn[];
  /** In the order of the dimensions, at most one each. */
  readonly rubric: readonly RubricMark[];
  readonly strength: string;
  readonly tryNext: string;
}

/** More than a talk bears. */
const MOST_COMMENTS = 100;
const MOST_SPANS = 12;

/** A review of which nothing has been written yet. */
export const EMPTY_REVIEW: Review = { version: 1, comments: [], coded: [], rubric: [], strength: '', tryNext: '' };

/** The same review with this comment; unchanged when it has more than enough. One of the same id is replaced. */
export function withComment(review: Review, comment: Comment): Review {
  const others = review.comments.filter(({ id }) => id !== comment.id);
  if (others.length >= MOST_COMMENTS) return review;
  return { ...review, comments: [...others, comment].toSorted(byPlace) };
}

/** The same review without the comment of this id. */
export function withoutComment(review: Review, id: string): Review {
  return { ...review, comments: review.comments.filter((comment) => comment.id !== id) };
}

/** The same review with these moves in this turn, and no others; the same move at the same place counts once. */
export function withMoves(review: Review, turn: number, spans: readonly MarkedSpan[]): Review {
  const once = spans.filter((span, index) => spans.findIndex((other) => isSame(span, other)) === index);
  const coded = { turn, spans: once.slice(0, MOST_SPANS).toSorted((a, b) => a.start - b.start || a.end - b.end) };
  const others = review.coded.filter((one) => one.turn !== turn);
  return { ...review, coded: [...others, coded].toSorted((a, b) => a.turn - b.turn) };
}

/** The same review with this turn as it was recognised. */
export function withoutMoves(review: Review, turn: number): Review {
  return { ...review, coded: review.coded.filter((one) => one.turn !== turn) };
}

/** The same review with this mark for its dimension. */
export function withMark(review: Review, mark: RubricMark): Review {
  const rubric = RUBRIC_DIMENSIONS.flatMap((dimension) =>
    dimension === mark.dimension ? [mark] : review.rubric.filter((one) => one.dimension === dimension),
  );
  return { ...review, rubric };
}

/** The moves of a turn in this review: as the coach coded it, else as they were recognised. */
export function movesIn({ coded }: Review, turn: number, recognised: readonly MarkedSpan[]): readonly MarkedSpan[] {
  return coded.find((one) => one.turn === turn)?.spans ?? recognised;
}

/** What is still to be done before a review can be sent. */
export type Missing = 'strength' | 'try-next' | 'rubric' | 'turns';

/** What is missing. Who codes for a comparison says something of every turn and of both dimensions. */
export function missingIn(
  review: Review,
  { turns, isDouble }: { turns: number; isDouble: boolean },
): readonly Missing[] {
  const isWhole = review.rubric.length === RUBRIC_DIMENSIONS.length;
  return [
    ...(review.strength === '' ? (['strength'] as const) : []),
    ...(review.tryNext === '' ? (['try-next'] as const) : []),
    ...(isDouble && !isWhole ? (['rubric'] as const) : []),
    ...(isDouble && review.coded.length < turns ? (['turns'] as const) : []),
  ];
}

/** The moves of these spans, each once, in the order of their place. */
export function movesOf(spans: readonly MarkedSpan[]): readonly Move[] {
  return [...new Set(spans.map(({ move }) => move))];
}

function isSame(a: MarkedSpan, b: MarkedSpan): boolean {
  return a.move === b.move && a.start === b.start && a.end === b.end;
}

function byPlace(a: Comment, b: Comment): number {
  return a.turn - b.turn || (a.place?.start ?? -1) - (b.place?.start ?? -1);
}
