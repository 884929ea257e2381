/** One word of an utterance. The two halves of a contraction share their place. */
export interface Token {
  /** Place in the utterance, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** The folded word. */
  readonly form: string;
  readonly capital: 'none' | 'first' | 'all';
  /** What stands between the word before and this one. */
  readonly gap: string;
}
