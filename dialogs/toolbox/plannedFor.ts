import type { DialogTurn } from '../dialogTurn.ts';
import { amsterdamDay } from '../keepsakes/amsterdamTime.ts';
import { type DatesFound, datesIn, type NamedDate } from './datesIn.ts';
import type { ToolAnswer } from './toolAnswers.ts';

/**
 * The dates in an answer in order of time, counted from the day it was given, and the other words; nothing when there
 * is no answer.
 */
export function plannedFor(turn: DialogTurn, answer: ToolAnswer | undefined): DatesFound {
  const { dates, rest } = datesIn(answer?.words ?? '', amsterdamDay(new Date(answer?.at ?? turn.at)));
  return { dates: dates.toSorted((a, b) => (a.start < b.start ? -1 : 1)), rest };
}

/** A date as it is read: `dinsdag 8 september 2026 om 19.30 uur`. */
export function dateInWords({ memory, t }: DialogTurn, { start }: NamedDate): string {
  const language = memory.locale === 'nl' ? 'nl-NL' : 'en-GB';
  const [date = '', time] = start.split('T');
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(date));
  if (time === undefined) return day;
  return t('tools.dates.at', { day, time: memory.locale === 'nl' ? time.replace(':', '.') : time });
}
