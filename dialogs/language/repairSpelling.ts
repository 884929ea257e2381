import type { Locale } from '../../content/schema/locale.ts';
import { createTypoCorrector, type TypoCorrector } from './correctTypos.ts';
import type { Grammar } from './grammar.ts';
import type { Token } from './token.ts';

/** Puts right what is clearly a slip of the finger; all other words stay as they are. */
export type SpellingRepair = (tokens: readonly Token[], locale: Locale) => readonly Token[];

const FORGIVEN = { from: 3, wrongLetterFrom: 4 };
/** From so many words on, and with more than this share of them strange, it is another language. */
const FOREIGN = { words: 4, strange: 0.4 };

/**
 * Repairs towards words that teachers use, the most used first (`vocabulary`). Only a word that no list, cue or example
 * in either language knows is a slip; one with a capital inside its sentence may be a name, and stays.
 * Where too many words stay strange the teacher speaks another language, and nothing is repaired; nor is it without a
 * vocabulary.
 */
export function createSpellingRepair(
  vocabulary: Readonly<Record<Locale, readonly string[] | undefined>>,
  grammars: Readonly<Record<Locale, Grammar>>,
): SpellingRepair {
  const known = new Set([...(vocabulary.nl ?? []), ...(vocabulary.en ?? [])]);
  const correctors = new Map<Locale, TypoCorrector>();
  const corrector = (locale: Locale) => {
    const made = correctors.get(locale) ?? createTypoCorrector(vocabulary[locale] ?? [], FORGIVEN);
    correctors.set(locale, made);
    return made;
  };
  const isKnown = (form: string) =>
    known.has(form) ||
    grammars.nl.knows(form) ||
    grammars.en.knows(form) ||
    grammars.nl.isIn('function-word', form) ||
    grammars.en.isIn('function-word', form);

  return (tokens, locale) => {
    if (!vocabulary[locale]) return tokens;
    let strange = 0;
    const repaired = tokens.map((token, index) => {
      const { form, capital } = token;
      const mayBeName = capital !== 'none' && index > 0;
      if (mayBeName || /\d/.test(form) || isKnown(form)) return token;
      const meant = form.length < FORGIVEN.from ? undefined : corrector(locale)(form);
      if (meant === undefined) strange += 1;
      return meant === undefined ? token : { ...token, form: meant };
    });
    return tokens.length >= FOREIGN.words && strange > tokens.length * FOREIGN.strange ? tokens : repaired;
  };
}
