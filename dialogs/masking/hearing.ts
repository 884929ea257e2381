import type { MaskedSpan } from './maskedSpan.ts';

/** What was typed, beside what is kept of it. It lives as long as the turn. */
export interface Hearing {
  /** What was masked, in the order of the text. */
  readonly masked: readonly MaskedSpan[];
  /** What was typed where these words are kept; the words themselves where nothing was masked in them. */
  typed(kept: string): string;
}
