import english from 'natural/lib/natural/stemmers/porter_stemmer.js';
import dutch from 'natural/lib/natural/stemmers/porter_stemmer_nl.js';
import type { Locale } from '../../content/schema/locale.ts';

/** The stem of a folded word. Words of one stem count as one word in patterns. */
export function stemWord(word: string, locale: Locale): string {
  if (word.length < 4) return word;

  return locale === 'nl' ? stemDutch(word) : english.stem(word);
}

/** Snowball leaves -t, -dt and final v/z alone, so that `hoort`, `hoor` and `horen` would be three words. */
function stemDutch(word: string): string {
  const verb = word.replace(/([^aeiouy])t$/, '$1');
  const stem = dutch.stem(verb);

  return stem
    .replace(/^(ge.{3,}[^aeiouyd])d$/, '$1')
    .replace(/v$/, 'f')
    .replace(/z$/, 's');
}
