import { LOCALES, type Locale } from '../../content/schema/locale.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { meetingIn } from './meeting/meetingIn.ts';

/** A sentence longer than this tells more than that there is a talk. */
const LONGEST = 160;

/** A talk that somebody told of with its day: it is still to come, or it has been. */
export interface AnnouncedTalk {
  readonly kind: 'coming' | 'been';
  /** The language it was told in. */
  readonly locale: Locale;
}

/**
 * Reads a sentence that tells of a talk with a day, as in "ik heb donderdag een gesprek" or "ik had gisteren een gesprek";
 * null for questions and anything else. `null` too while content has no walk to a plan.
 */
export function announcedTalk({ content, memory, at }: DialogTurn, said: string): AnnouncedTalk | null {
  const text = said.trim().toLowerCase();
  if (!content.prepare || text.length > LONGEST || text.endsWith('?')) return null;
  const { talks, talksBefore } = content.prepare.walk;
  const locale = [memory.locale, ...LOCALES].find((one) => talks[one].some((word) => has(text, word)));
  const { kind } = meetingIn(said, at);
  if (!locale || kind === 'none' || kind === 'time' || kind === 'weekday') return null;
  const hasBeen = kind === 'past' || talksBefore[locale].some((word) => has(text, word));
  return { kind: hasBeen ? 'been' : 'coming', locale };
}

function has(text: string, word: string): boolean {
  return ` ${text.replace(/[^\p{L}\p{N}'-]+/gu, ' ')} `.includes(` ${word} `);
}
