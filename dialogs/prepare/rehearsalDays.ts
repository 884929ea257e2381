import { daysAfter, daysBetween, weekdayOf } from './meeting/namedDays.ts';

/** The gap between two rehearsals as a share of the days until the talk. */
const LEAST = 0.1;
const MOST = 0.3;
/** Where they stand at best: after a tenth and three tenths of the days, so that the gap is a fifth. */
const FIRST = 0.1;
const SECOND = 0.3;
/** On a Saturday or Sunday counts as this many days from where it stands best. */
const WEEKEND = 1.5;
/** So many days around where they stand at best are looked at. */
const AROUND = 3;

/**
 * The days on which to rehearse before a talk, `2026-11-24`, in order: two with 10 to 30 % of the days until the talk
 * between them, and at least one night. Weekdays are chosen before weekends. With fewer than four days a night is more
 * than 30 %: then it is one night. With one day there is one; on the day itself none. `isTodayOpen`: whether there is
 * still time today.
 *
 * The share: Cepeda et al. (2008), about 20 % of the time until the test when that is a few weeks; more when it is less.
 */
export function rehearsalDays(today: string, meetingDay: string, isTodayOpen: boolean): readonly string[] {
  const days = daysBetween(today, meetingDay);
  const earliest = isTodayOpen ? 0 : 1;
  if (days - earliest < 2) return days > earliest ? [daysAfter(today, earliest)] : [];

  const widest = Math.max(1, Math.floor(days * MOST));
  const narrowest = Math.max(1, Math.ceil(days * LEAST));
  const near = (share: number) =>
    Array.from({ length: 2 * AROUND + 1 }, (_, index) => Math.round(share * days) - AROUND + index).filter(
      (day) => day >= earliest && day < days,
    );
  const pairs = near(FIRST).flatMap((first) =>
    near(SECOND)
      .filter((second) => second - first >= narrowest && second - first <= widest)
      .map((second) => [first, second]),
  );
  const cost = (pair: readonly number[]) =>
    [FIRST, SECOND].reduce((sum, share, index) => {
      const at = pair[index] ?? 0;
      const isWeekend = [0, 6].includes(weekdayOf(daysAfter(today, at)));
      return sum + Math.abs(at - share * days) + (isWeekend ? WEEKEND : 0);
    }, 0);
  const [best = []] = pairs.toSorted((a, b) => cost(a) - cost(b));
  return best.map((day) => daysAfter(today, day));
}
