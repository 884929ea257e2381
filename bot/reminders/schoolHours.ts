import { z } from 'zod';
import { amsterdamDay, amsterdamMoment } from '../../dialogs/keepsakes/amsterdamTime.ts';

const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d';
const DAY = /^\d{4}-\d\d-\d\d$/;

/** When a teacher may be written to unasked: on school days, between these times, not on these days. */
export interface SchoolHours {
  /** As a clock in the Netherlands shows it: `08:00`. */
  readonly from: string;
  readonly to: string;
  /** First and last day of each time off; days of the calendar, as in `2026-12-19`. */
  readonly off: readonly { readonly first: string; readonly last: string }[];
}

/** The settings about it; without them 8:00 to 17:00, from Monday to Friday. */
export const schoolHoursEnvironment = {
  REMINDER_HOURS: z
    .string()
    .regex(new RegExp(`^${TIME}-${TIME}$`), 'two times of the clock, as in 08:00-17:00')
    .refine((hours) => hours.slice(0, 5) < hours.slice(6), 'two times of the clock, the earlier one first')
    .default('08:00-17:00'),
  REMINDER_DAYS_OFF: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((part) => (part.trim() ? [daysOff(part.trim())] : [])))
    .refine(
      (all) => all.every((one) => one !== null),
      'days or first/last days, as in 2026-12-19/2027-01-03,2027-04-27',
    )
    .transform((all) => all.flatMap((one) => (one === null ? [] : [one]))),
};

/** The hours in these settings. */
export function readSchoolHours({
  REMINDER_HOURS: hours,
  REMINDER_DAYS_OFF: off,
}: z.infer<z.ZodObject<typeof schoolHoursEnvironment>>): SchoolHours {
  return { from: hours.slice(0, 5), to: hours.slice(6), off };
}

/** Whether it is a moment to write to a teacher. */
export function isInSchoolHours(hours: SchoolHours, now: Date): boolean {
  const day = amsterdamDay(now);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const isOff = hours.off.some(({ first, last }) => first <= day && day <= last);
  if (weekday === 0 || weekday === 6 || isOff) return false;
  return amsterdamMoment(`${day}T${hours.from}`) <= now && now < endOfHours(hours, now);
}

/** When the hours of this day end. */
export function endOfHours({ to }: SchoolHours, now: Date): Date {
  return amsterdamMoment(`${amsterdamDay(now)}T${to}`);
}

function daysOff(text: string): SchoolHours['off'][number] | null {
  const [first = '', last = first, ...more] = text.split('/').map((day) => day.trim());
  return more.length === 0 && isDay(first) && isDay(last) && first <= last ? { first, last } : null;
}

function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text));
}
