import { amsterdamDay } from '../keepsakes/amsterdamTime.ts';
import { daysAfter, namedDays } from '../prepare/meeting/namedDays.ts';

const NEXT_WEEK = /(?<!\p{L})(?:volgende week|next week)(?!\p{L})/iu;

/** The first day that is named in a text, today or later, on the calendar of the Netherlands; null without one. `at`: now, ISO 8601. */
export function dayIn(text: string, at: string): string | null {
  const today = amsterdamDay(new Date(at));
  const [first] = namedDays(text, today, true);
  if (first) return first.hasBeen || first.day < today ? null : first.day;
  return NEXT_WEEK.test(text) ? daysAfter(today, 7) : null;
}
