import type { RuleList } from '../../content/schema/cue.ts';
import type { Locale } from '../../content/schema/locale.ts';
import type { Grammar, WordKind } from './grammar.ts';
import type { Match, WordField } from './pattern/matchPatterns.ts';
import type { Token } from './token.ts';

/** How a clause asks. `unmarked`: only the question mark shows it. */
export type QuestionForm = 'wh' | 'yes-no' | 'tag' | 'unmarked';

/** Words that say one thing; `from` up to, not including, `to`, in words. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
  /** It opens with "maar", "but", "alleen" … */
  readonly contrast: boolean;
  readonly question: QuestionForm | null;
}

export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly mark: '?' | '!' | '.' | '';
  readonly locale: Locale;
}

/** Looks up lists among the words. */
export interface Phrases {
  /** The end of the phrase of that list that starts at this word, or -1. */
  at(list: RuleList, word: number, limit: number): number;
  /** The first phrase of that list between two words. */
  first(list: RuleList, from: number, to: number): Match | undefined;
  all(list: RuleList, from: number, to: number): readonly Match[];
}

/** One language's view of the words. */
export interface View {
  readonly grammar: Grammar;
  readonly field: WordField;
  readonly phrases: Phrases;
}

/** An utterance, taken apart. */
export interface Analysis {
  readonly text: string;
  /** The words as they were written. */
  readonly written: readonly Token[];
  /** The words as they were meant: slips of the finger put right, in the same places. */
  readonly tokens: readonly Token[];
  /** Beside each word: the parent's own child, another first name, a number. */
  readonly kinds: readonly (WordKind | undefined)[];
  readonly sentences: readonly Sentence[];
  readonly clauses: readonly Clause[];
  /** For each word the index of its clause; an opening "en" or "maar" belongs to the clause after it. */
  readonly clauseOf: readonly number[];
  viewOf(locale: Locale): View;
}
