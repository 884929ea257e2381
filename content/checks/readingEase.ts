import type { Locale } from '../schema/locale.ts';
import type { ReadabilityBounds } from '../schema/readability.ts';

/** What makes a text hard to read, by the bounds of its language. */
export interface Hardness {
  /** Reading ease, where the text is long enough to be measured. */
  readonly ease: number | undefined;
  readonly longestSentence: number;
  /** Most long words in one sentence. */
  readonly longWords: readonly string[];
  /** Most subordinate clauses in one sentence. */
  readonly clauses: number;
}

/** Measures a text: sentences end at `.`, `!`, `?`, `…` or a line break; a syllable is a group of vowels. */
export function measure(text: string, locale: Locale, bounds: ReadabilityBounds): Hardness {
  const sentences = text
    .split(/(?<![.!?…:;])[.!?…:;]+(?=\s|$)|\n+/)
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  const perSentence = sentences.map((sentence) => ({
    long: sentence.filter((word) => isLong(word, locale, bounds)),
    clauses: sentence.filter((word) => bounds.conjunctions.includes(word)).length,
  }));
  return {
    ease: words.length < bounds.from ? undefined : easeOf(sentences.length, words, locale, bounds),
    longestSentence: Math.max(0, ...sentences.map((sentence) => sentence.length)),
    longWords: perSentence.map(({ long }) => long).toSorted((a, b) => b.length - a.length)[0] ?? [],
    clauses: Math.max(0, ...perSentence.map(({ clauses }) => clauses)),
  };
}

/** Number of syllables, by groups of vowels. */
function syllables(word: string, locale: Locale): number {
  const folded =
    locale === 'nl' ? word.replace(/ij/g, 'y').replace(/[ëïöü]/g, '-$&') : word.replace(/(?<=[^aeiou]..?)e$/, '');
  const groups = folded.match(/[aeiouyàáâèéêìíîòóôùúûëïöü]+/g) ?? [];
  return Math.max(1, groups.length);
}

function easeOf(sentences: number, words: readonly string[], locale: Locale, { formula }: ReadabilityBounds): number {
  const inWords = words.reduce((sum, word) => sum + syllables(word, locale), 0) / words.length;
  const { base, perWordInSentence, perSyllableInWord } = formula;
  return Math.round(base - perWordInSentence * (words.length / sentences) - perSyllableInWord * inWords);
}

function isLong(word: string, locale: Locale, { syllablesInWord, easyWords }: ReadabilityBounds): boolean {
  return syllables(word, locale) > syllablesInWord && !easyWords.includes(word);
}

function wordsOf(sentence: string): readonly string[] {
  return sentence.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? [];
}
