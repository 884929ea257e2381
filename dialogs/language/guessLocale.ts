import { LOCALES, type Locale } from '../../content/schema/locale.ts';
import type { Grammar } from './grammar.ts';
import type { Token } from './token.ts';

const CLEARLY = 2;

/** How many of the words are function words of each language alone. */
export function functionWords(
  tokens: readonly Token[],
  grammars: Readonly<Record<Locale, Grammar>>,
): Readonly<Record<Locale, number>> {
  const counts = { nl: 0, en: 0 };
  for (const { form } of tokens) {
    const inNl = grammars.nl.isIn('function-word', form);
    const inEn = grammars.en.isIn('function-word', form);
    if (inNl && !inEn) counts.nl += 1;
    if (inEn && !inNl) counts.en += 1;
  }
  return counts;
}

/** The language of these words: the expected one, unless they are clearly of another. */
export function guessLocale(
  tokens: readonly Token[],
  expected: Locale,
  grammars: Readonly<Record<Locale, Grammar>>,
): Locale {
  const counts = functionWords(tokens, grammars);
  const other = LOCALES.find((locale) => locale !== expected && counts[locale] >= CLEARLY * (counts[expected] + 1));
  return other ?? expected;
}
