import type { Content } from '../../content/schema/content.ts';
import { LOCALES } from '../../content/schema/locale.ts';

/**
 * A parent's message that stands behind the words for answering one and a colon or a new line, as in `beantwoord: Ik ben
 * boos`; null when it is none. Without such a mark it would be a sentence like any other.
 */
export function messageBehind(said: string, { answer }: Content['commands']): string | null {
  const text = said.trim();
  const mark = text.search(/[:\n]/u);
  if (mark < 1) return null;
  const words = text.slice(0, mark).trim();
  const message = withoutMark(text.slice(mark));
  const isWord = LOCALES.some((locale) => answer[locale].includes(words.toLowerCase().replace(/\s+/gu, ' ')));
  return isWord && message !== '' ? message : null;
}

/** A colon may stand on the next line. */
function withoutMark(text: string): string {
  const rest = text.trimStart();
  return (rest.startsWith(':') ? rest.slice(1) : rest).trimStart();
}
