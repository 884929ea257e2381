import { amsterdamDay } from '../keepsakes/amsterdamTime.ts';
import { daysAfter } from '../prepare/meeting/namedDays.ts';
import { lastDayBefore, NEVER_YET, type Remembered, talkToAskAfter } from './dueReminders.ts';
import { openPromises } from './promises.ts';

/** Unasked a promise comes up again after so many days, while it is no older than those below. */
const AGAIN_AFTER_DAYS = 7;
const MENTIONED_DAYS = 14;

/**
 * The day on which the teacher may be reminded unasked, on the calendar of the Netherlands: `2026-11-27`; null for never.
 * From that day on `dueReminders` has something. A promise is mentioned when its day has come, not on the day it was made,
 * and then once a week for two weeks; a talk once. Pure: same memory and moment, same answer.
 */
export function nextReminderDay(memory: Remembered, now: Date): string | null {
  const { promises, reminders } = memory;
  if (reminders?.off) return null;
  const today = amsterdamDay(now);
  const last = lastDayBefore(today, reminders);
  const days = openPromises(promises).flatMap(({ due, madeAt }) =>
    due === null ? [] : dayToMention(due, madeAt, last),
  );
  return [...days, ...dayToAsk(memory, today, last)].toSorted()[0] ?? null;
}

function dayToMention(due: string, madeAt: string, last: string): readonly string[] {
  const first = later(due, daysAfter(amsterdamDay(new Date(madeAt)), 1));
  if (last < first) return [first];
  const again = daysAfter(last, AGAIN_AFTER_DAYS);
  return again <= daysAfter(first, MENTIONED_DAYS) ? [again] : [];
}

function dayToAsk(memory: Remembered, today: string, last: string): readonly string[] {
  const start = memory.plan?.meeting?.start.slice(0, 10);
  if (start === undefined) return [];
  const day = later(later(today, daysAfter(start, 1)), last === NEVER_YET ? '' : daysAfter(last, 1));
  return talkToAskAfter(memory, day).length > 0 ? [day] : [];
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
