import type { AnsweringContent } from '../../content/schema/content.ts';
import type { Locale } from '../../content/schema/locale.ts';
import { questionWords } from '../language/choosing/questionWords.ts';

/** Whether these folded words stand in a row from here on. */
interface Phrase {
  readonly about: string;
  readonly words: readonly string[];
  /** The last of them is the beginning of a word. */
  readonly isOpen: boolean;
}

/** What folded words are about, by `content/answering/words.yaml`: each thing once. */
export type WordsAbout = (words: readonly string[]) => ReadonlySet<string>;

/** Knows what words of one language are about. */
export function createWordsAbout({ words: known }: Pick<AnsweringContent, 'words'>, locale: Locale): WordsAbout {
  const phrases = Object.entries(known).flatMap(([about, of]) => of[locale].map((written) => phraseOf(about, written)));
  const byFirst = Map.groupBy(
    phrases.filter(({ words, isOpen }) => words.length > 1 || !isOpen),
    ({ words }) => words[0] ?? '',
  );
  const beginnings = phrases.filter(({ words, isOpen }) => words.length === 1 && isOpen);

  return (words) => {
    const found = new Set<string>();
    words.forEach((word, at) => {
      for (const phrase of byFirst.get(word) ?? []) if (standsAt(phrase, words, at)) found.add(phrase.about);
      for (const phrase of beginnings) if (word.startsWith(phrase.words[0] ?? '')) found.add(phrase.about);
    });
    return found;
  };
}

function phraseOf(about: string, written: string): Phrase {
  return { about, words: questionWords(written), isOpen: written.endsWith('*') };
}

function standsAt({ words: phrase, isOpen }: Phrase, words: readonly string[], at: number): boolean {
  const last = phrase.length - 1;
  return phrase.every((word, index) => {
    const met = words[at + index] ?? '';
    return index === last && isOpen ? met.startsWith(word) : met === word;
  });
}
