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
  readonly topic: number;
  readonly words: readonly (readonly string[])[];
  readonly weight: number;
}

/**
 * Matches `about` words: any form of a word, one slip of the finger, and phrases in order with at most two words in
 * between. Longer phrases and rarer words weigh more. `names`: folded; a name is no form of a word that shares its stem,
 * as `Sam` does with `samen`.
 */
export function createAboutMatcher(
  topics: readonly Topic[],
  locale: Locale,
  grammar: Grammar,
  contractions: Contractions,
  names: ReadonlySet<string>,
): AboutMatcher {
  const wordKeysOf = (form: string) => (names.has(form) ? [`name:${form}`] : grammar.keysOf(form));
  const isCommon = (form: string) => grammar.isIn('function-word', form);
  const byAnchor = new Map<string, Phrase[]>();
  const vocabulary = new Set<string>();

  topics.forEach(({ about }, topic) => {
    for (const written of about[locale]) {
      const forms = tokenize(written, contractions).map(({ form }) => form);
      const weight = forms.reduce((sum, form) => sum + (isCommon(form) ? FUNCTION_WORD_WEIGHT : 1), 0);
      const phrase = { topic, words: forms.map(wordKeysOf), weight };
      const anchor = forms.find((form) => !isCommon(form)) ?? forms[0] ?? '';
      for (const key of wordKeysOf(anchor)) byAnchor.set(key, [...(byAnchor.get(key) ?? []), phrase]);
      for (const form of forms) vocabulary.add(form);
    }
  });
  const known = new Set([...vocabulary].flatMap(wordKeysOf));
  const correct = createTypoCorrector([...vocabulary].sort());

  function keysOf({ form }: Token): readonly string[] {
    const keys = wordKeysOf(form);
    if (form.length < SHORTEST_SLIP || keys.some((key) => known.has(key)) || grammar.knows(form)) return keys;
    const meant = correct(form);
    return meant ? wordKeysOf(meant) : keys;
  }

  return (words) => {
    const spoken = words.map(keysOf);
    const candidates = new Set([...new Set(spoken.flat())].flatMap((key) => byAnchor.get(key) ?? []));
    const scores = topics.map(() => 0);
    for (const phrase of candidates) {
      if (stands(phrase, spoken)) scores[phrase.topic] = (scores[phrase.topic] ?? 0) + phrase.weight;
    }
    return topics
      .map(({ id }, topic) => ({ id, score: scores[topic] ?? 0 }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ id }) => id);
  };
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
