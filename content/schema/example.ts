import type { Locale } from './locale.ts';
import type { Move } from './move.ts';

/** Words that carry a move: `text.slice(start, end)`, in UTF-16 units. */
export interface MarkedSpan {
  readonly move: Move;
  readonly start: number;
  readonly end: number;
}

/** One teacher's turn with its labels, by the guide in `content/moves/moves.yaml`. */
export interface Example {
  readonly locale: Locale;
  /** Relative to the content folder. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The imagined talk it comes from, as its heading says; empty without one. */
  readonly talk: string;
  readonly text: string;
  /** In order of their place; none: the turn carries no move. */
  readonly spans: readonly MarkedSpan[];
  /** It looks like this move, and is not. */
  readonly unlike: Move | null;
}
