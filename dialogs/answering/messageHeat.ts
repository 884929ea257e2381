import type { AnsweringContent } from '../../content/schema/content.ts';
import type { Locale } from '../../content/schema/locale.ts';
import type { MessageKindId } from '../../content/schema/messageKind.ts';
import { remember } from '../language/remember.ts';
import { wordsIn } from './messageSentences.ts';
import { messageSigns } from './messageSigns.ts';
import { createWordsAbout } from './wordsAbout.ts';

/** How heated a message is. */
export type MessageHeat = 'calm' | 'tense' | 'hot';

const NOBODY: ReadonlySet<string> = new Set();
const STRONG = 'strong';
const HOT = 3;

/** Weighs what is carried, strong words, and capitals or marks in a row. */
export function createMessageHeat(
  content: AnsweringContent,
): (sentences: readonly string[], kind: MessageKindId, locale: Locale) => MessageHeat {
  const aboutIn = remember((locale: string) => createWordsAbout(content, locale as Locale));

  return (sentences, kind, locale) => {
    const own = content.kinds.find(({ id }) => id === kind)?.heat ?? 0;
    const isStrong = aboutIn(locale)(wordsIn(sentences)).has(STRONG);
    const shouts = messageSigns(sentences, NOBODY).includes('<shouts>');
    const heat = own + Number(isStrong) + Number(shouts);
    if (heat >= HOT) return 'hot';
    return heat > 0 ? 'tense' : 'calm';
  };
}
