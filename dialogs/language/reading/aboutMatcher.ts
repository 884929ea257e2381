import type { Locale } from '../../../content/schema/locale.ts';
import { createTypoCorrector } from '../correctTypos.ts';
import type { Grammar } from '../grammar.ts';
import type { Token } from '../token.ts';
import { type Contractions, tokenize } from '../tokenize.ts';

/** Something that words can be about: a concern, a fact. */
export interface Topic {
  readonly id: string;
  readonly about: Readonly<Record<Locale, readonly string[]>>;
}

/** Ids of the topics that words touch, best first; equally good ones in their own order. */
export type AboutMatcher = (words: readonly Token[]) => readonly string[];

const WORDS_BETWEEN = 2;
const FUNCTION_WORD_WEIGHT = 0.4;
const SHORTEST_SLIP = 5;

interface Phrase {
  readonly words: readonly (readonly string[])[];
  readonly weight: number;
}

/**
 * Matches `about` words: any form of a word, one slip of the finger, and phrases in order with at most two words in
 * between. Longer phrases and rarer words weigh more.
 */
export function createAboutMatcher(
  topics: readonly Topic[],
  locale: Locale,
  grammar: Grammar,
  contractions: Contractions,
): AboutMatcher {
  const forms = (about: string) => tokenize(about, contractions).map(({ form }) => form);
  const weigh = (form: string) => (grammar.isIn('function-word', form) ? FUNCTION_WORD_WEIGHT : 1);
  const toPhrase = (words: readonly string[]): Phrase => ({
    words: words.map(grammar.keysOf),
    weight: words.reduce((sum, form) => sum + weigh(form), 0),
  });
  const compiled = topics.map(({ id, about }) => ({ id, phrases: about[locale].map((some) => toPhrase(forms(some))) }));
  const vocabulary = topics.flatMap(({ about }) => about[locale].flatMap(forms));
  const known = new Set(vocabulary.flatMap(grammar.keysOf));
  const correct = createTypoCorrector(vocabulary);

  function keysOf({ form }: Token): readonly string[] {
    const keys = grammar.keysOf(form);
    if (keys.some((key) => known.has(key)) || form.length < SHORTEST_SLIP || grammar.knows(form)) return keys;
    const meant = correct(form);
    return meant ? grammar.keysOf(meant) : keys;
  }

  return (words) => {
    const spoken = words.map(keysOf);
    return compiled
      .map(({ id, phrases }) => ({ id, score: score(phrases, spoken) }))
      .filter((topic) => topic.score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ id }) => id);
  };
}

function score(phrases: readonly Phrase[], spoken: readonly (readonly string[])[]): number {
  return phrases.reduce((sum, phrase) => (stands(phrase, spoken) ? sum + phrase.weight : sum), 0);
}

function stands({ words }: Phrase, spoken: readonly (readonly string[])[]): boolean {
  return spoken.some((_, start) => {
    let at = start - 1;
    return words.every((word, index) => {
      const last = index === 0 ? start : Math.min(spoken.length - 1, at + 1 + WORDS_BETWEEN);
      for (let next = at + 1; next <= last; next += 1) {
        if (!spoken[next]?.some((key) => word.includes(key))) continue;
        at = next;
        return true;
      }
      return false;
    });
  });
}
