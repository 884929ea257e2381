import type { Content } from '../../../content/schema/content.ts';
import type { Locale } from '../../../content/schema/locale.ts';
import { theContent } from '../../theContent.ts';
import { chat, type Said } from '../chat.ts';

/** All content: a plan can lead to any talk. */
export const content: Content = theContent();

/** A teacher who prepares a talk, on Monday 23 November 2026 in the morning. */
export function preparing(locale: Locale = 'nl') {
  return chat(locale, { having: content });
}

/** Types these one after the other; gives what was answered to the last. */
export async function sayAll(teacher: ReturnType<typeof chat>, ...lines: readonly string[]): Promise<Said> {
  let last: Said | undefined;
  for (const line of lines) last = (await teacher.say(line)).at(-1);
  if (!last) throw new Error('Nothing was answered.');
  return last;
}

/** From the word to prepare up to the first tip, with every question answered. */
export const SITUATION = [
  'voorbereiden',
  'Robin',
  'valt erbuiten',
  'Bij het buitenspelen staat Robin steeds alleen bij het klimrek.',
  'boos of teleurgesteld',
  'Dat we één afspraak maken.',
  'boosheid',
  'Dat er iemand kijkt.',
  'Hoe Robin thuiskomt.',
  'donderdag om half vier',
] as const;
