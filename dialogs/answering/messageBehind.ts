import type { Content } from '../../content/schema/content.ts';
import { LOCALES } from '../../content/schema/locale.ts';

/**
 * A parent's message that stands behind the words for answering one and a colon or a new line, as in `beantwoord: Ik ben
 * boos`; null when it is none. Without such a mark it would be a sentence like any other.
 */
export function messageBehind(said: string, { answer }: Content['commands']): string | null {
  const [, words = '', message = ''] = /^\s*([^:\n]{1,60}?)\s*[:\n]\s*(\S.*)$/su.exec(said) ?? [];
  const isWord = LOCALES.some((locale) => answer[locale].includes(words.toLowerCase().replace(/\s+/gu, ' ')));
  return isWord ? message : null;
}
