import { amsterdamDay, amsterdamMoment } from '../../keepsakes/amsterdamTime.ts';
import { clockTime } from './clockTime.ts';
import { namedDays } from './namedDays.ts';

/**
 * What a text says about when the talk is, on the clock in the Netherlands.
 *
 * | kind | means |
 * | --- | --- |
 * | moment | a day with a time, still to come |
 * | day | a day still to come, without a time |
 * | time | a time without a day |
 * | past | it has been; `start` as it was understood |
 * | weekday | the date falls on another weekday than was said |
 * | several | more than one day, in the order named |
 * | none | no day and no time |
 */
export type MeetingFound =
  | { readonly kind: 'moment' | 'day' | 'past' | 'weekday'; readonly start: string }
  | { readonly kind: 'time'; readonly time: string }
  | { readonly kind: 'several'; readonly days: readonly string[] }
  | { readonly kind: 'none' };

/** Reads when a talk is. `at`: now, ISO 8601. */
export function meetingIn(said: string, at: string): MeetingFound {
  const text = said.replace(/(?<=\d)T(?=\d)/gu, ' ');
  const today = amsterdamDay(new Date(at));
  const named = clockTime(text);
  const isLater = named === null || isToCome(`${today}T${named.time}`, at);
  const [first, ...others] = namedDays(named?.rest ?? text, today, isLater);
  if (!first) return named ? { kind: 'time', time: named.time } : { kind: 'none' };
  if (others.length > 0) return { kind: 'several', days: [first, ...others].map(({ day }) => day) };

  const start = named ? `${first.day}T${named.time}` : first.day;
  if (first.hasBeen) return { kind: 'past', start: aYearEarlier(start) };
  if (first.isOtherWeekday) return { kind: 'weekday', start };
  if (!isToCome(start, at)) return { kind: 'past', start };
  return { kind: named ? 'moment' : 'day', start };
}

/** Whether this moment, or the end of this day, is still to come. */
export function isToCome(start: string, at: string): boolean {
  if (!start.includes('T')) return start >= amsterdamDay(new Date(at));
  return amsterdamMoment(start).getTime() > Date.parse(at);
}

function aYearEarlier(start: string): string {
  return `${Number(start.slice(0, 4)) - 1}${start.slice(4)}`;
}
