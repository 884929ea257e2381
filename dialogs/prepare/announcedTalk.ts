import { LOCALES, type Locale } from '../../content/schema/locale.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { meetingIn } from './meeting/meetingIn.ts';

/** A sentence longer than this tells more than that there is a talk. */
const LONGEST = 160;

/**
 * The language of a sentence that tells of a talk with a day to come, as in "ik heb donderdag een gesprek"; null for
 * questions and anything else. `null` too while content has no walk to a plan.
 */
export function announcedTalk({ content, memory, at }: DialogTurn, said: string): Locale | null {
  const text = said.trim().toLowerCase();
  if (!content.prepare || text.length > LONGEST || text.endsWith('?')) return null;
  const { talks } = content.prepare.walk;
  const spoken = [memory.locale, ...LOCALES].find((locale) => talks[locale].some((word) => has(text, word)));
  const { kind } = meetingIn(said, at);
  return spoken && (kind === 'moment' || kind === 'day' || kind === 'several') ? spoken : null;
}

function has(text: string, word: string): boolean {
  return ` ${text.replace(/[^\p{L}\p{N}'-]+/gu, ' ')} `.includes(` ${word} `);
}
