import type { AnsweringContent, Content } from '../../content/schema/content.ts';
import { LOCALES } from '../../content/schema/locale.ts';
import { foldWord } from '../language/foldWord.ts';
import { capitalised } from './messageSigns.ts';

/**
 * The first name that a parent gives their own child in a message, as written; null when there is none, or more than one.
 * Only a known first name with a capital, right behind words like "mijn dochter", is one: a guess would be worse than none.
 */
export function createOwnChildIn(
  { childFollows }: Pick<AnsweringContent, 'childFollows'>,
  { names }: Content['lexicon'],
): (message: string) => string | null {
  const known = new Set(names.map(foldWord));
  const leads = LOCALES.flatMap((locale) => childFollows[locale]).map((words) => words.replaceAll(' ', '\\s+'));
  const named = new RegExp(`(?<![\\p{L}'’])(?:${leads.join('|')})\\s+(\\p{L}+)`, 'giu');

  return (message) => {
    const behind = Array.from(message.matchAll(named), ([, word = '']) => word);
    const children = new Set(behind.filter((word) => capitalised(word).length > 0 && known.has(foldWord(word))));
    const [child] = children;
    return children.size === 1 && child !== undefined ? child : null;
  };
}
