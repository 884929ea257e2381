import { LOCALES } from '../../content/schema/locale.ts';
import type { DialogTurn } from '../dialogTurn.ts';

/** What somebody says who wants to begin, or to be gone; as a whole message, in either language. */
export function menuWordIn(texts: DialogTurn['texts'], said: string): 'hello' | 'signOut' | undefined {
  const words = said
    .trim()
    .toLowerCase()
    .replace(/(?<![.,!\s])[.,!\s]+$/u, '');
  return (['hello', 'signOut'] as const).find((name) =>
    LOCALES.some((locale) => texts(locale)(`dialogs.said.${name}`).split('|').includes(words)),
  );
}
