import type { Content } from '../../content/schema/content.ts';
import { LOCALES } from '../../content/schema/locale.ts';

/**
 * What stands behind the word for a tip, as in `tip hoe stel ik een moeder gerust`; null when the message does not begin
 * with that word, or goes on with a mark (`Tip: lees samen een boek` is said to a parent).
 */
export function questionBehind(said: string, { tip }: Content['commands']): string | null {
  const [, word = '', question = ''] = /^\s*(\S+)\s+(\S.*)$/su.exec(said) ?? [];
  const isWord = LOCALES.some((locale) => tip[locale][0] === word.toLowerCase());
  return isWord ? question : null;
}
