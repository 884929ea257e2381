import { datesIn } from '../../toolbox/datesIn.ts';

/** A day that somebody named. */
export interface NamedDay {
  /** `2026-11-26`. */
  readonly day: string;
  /** Said without a year, and this year it has been already. */
  readonly hasBeen?: true;
  /** The weekday that was said with it is another one. */
  readonly isOtherWeekday?: true;
}

const WEEKDAYS = [
  'zondag|zo|sunday|sun',
  'maandag|ma|monday|mon',
  'dinsdag|di|tuesday|tues|tue',
  'woensdag|wo|wednesday|wed',
  'donderdag|do|thursday|thurs|thu',
  'vrijdag|vr|friday|fri',
  'zaterdag|za|saturday|sat',
] as const;
const FULL = WEEKDAYS.flatMap((words) => words.split('|').filter((word) => word.length > 4));
const COUNTS: Readonly<Record<string, number>> = { een: 1, a: 1, één: 1, one: 1, twee: 2, two: 2, drie: 3, three: 3 };
const COUNT = '(?<count>\\d{1,2}|een|één|a|one|twee|two|drie|three)';

const NEXT_WEEK = /(?<!\p{L})(?:volgende week|next week)(?!\p{L})/iu;
const NEXT = /(?<!\p{L})(?:next|volgende) (?=\p{L}+day|\p{L}+dag)/iu;
const LAST_WEEK = /(?<!\p{L})(?:vorige week|last week)(?!\p{L})/iu;
/** A weekday that has been: `afgelopen donderdag`, `donderdag jl.`. */
const LAST = /(?<!\p{L})(?:(?:vorige|afgelopen|last) (?=\p{L}+day|\p{L}+dag)|(?:jl|jongstleden)(?!\p{L}))/iu;
/** `A week on Thursday`, `Thursday week`. */
const WEEK_AFTER = /(?<!\p{L})(?:a week on|\p{L}+day week)(?!\p{L})/iu;
const COMING = /(?<!\p{L})(?:aanstaande|komende|coming|this coming)(?!\p{L})/iu;
const IN_WEEKS = new RegExp(
  `(?<!\\p{L})(?:over|in) ${COUNT} (?<unit>weken|week|weeks|dagen|dag|days|day)(?!\\p{L})`,
  'iu',
);
const PART = '(?:ochtend|morgen|middag|avond)';
/** Nothing else around it but a word that leads to it: `do`, `volgende vr`, `ma middag`. */
const ABBREVIATED = new RegExp(
  `^(?:(?:op|on|volgende|next|komende|coming) )?(?<word>${WEEKDAYS.join('|')})\\.?(?: ?${PART})?$`,
  'giu',
);
const WRITTEN_OUT = new RegExp(`(?<!\\p{L})(?<word>${FULL.join('|')})${PART}?(?!\\p{L})`, 'giu');
/** More than this many days ahead, a day without a year was rather meant in the past. */
const FAR = 300;

/**
 * The days in a text, once each: dates, `vandaag`, `morgen`, weekdays with `volgende week` or `aanstaande`, `over twee
 * weken`, and days that have been, such as `gisteren`; Dutch or English. `today` as `2026-11-23`. A weekday is the first that comes after today; today's own name
 * means today while `isTodayOpen`.
 */
export function namedDays(text: string, today: string, isTodayOpen: boolean): readonly NamedDay[] {
  const dates = datesIn(text, today).dates.map(({ start }) => start.slice(0, 10));
  if (dates.length > 0) return unique(dates).map((day) => checked(day, text, today));

  const relative = relativeDay(text, today);
  if (relative) return [{ day: relative }];
  return unique(weekdaysIn(text).map((weekday) => dayOf(weekday, text, today, isTodayOpen))).map((day) => ({ day }));
}

/** The day so many days after this one. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000);
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(day).getUTCDay();
}

function checked(day: string, text: string, today: string): NamedDay {
  const isNextYear = !/20\d\d/u.test(text) && Number(day.slice(0, 4)) === Number(today.slice(0, 4)) + 1;
  const hasBeen = isNextYear && daysBetween(today, day) > FAR;
  const named = weekdaysIn(text, WRITTEN_OUT);
  const isOther = named.length === 1 && named[0] !== weekdayOf(day);
  return { day, ...(hasBeen ? { hasBeen } : {}), ...(isOther ? { isOtherWeekday: true } : {}) };
}

function relativeDay(text: string, today: string): string | null {
  if (has(text, 'eergisteren|day before yesterday')) return daysAfter(today, -2);
  if (has(text, `gister(?:en)?${PART}?|yesterday`)) return daysAfter(today, -1);
  if (has(text, `overmorgen${PART}?|day after tomorrow`)) return daysAfter(today, 2);
  if (has(text, `morgen${PART}?|tomorrow`) && !has(text, '(?:goede|goeden) ?morgen')) return daysAfter(today, 1);
  if (has(text, 'vandaag|vanmiddag|vanavond|straks|today|this afternoon|tonight|this evening'))
    return IN_WEEKS.test(text) ? daysAfter(today, spanOf(text)) : today;
  return IN_WEEKS.test(text) && weekdaysIn(text).length === 0 ? daysAfter(today, spanOf(text)) : null;
}

function dayOf(weekday: number, text: string, today: string, isTodayOpen: boolean): string {
  const now = weekdayOf(today);
  if (NEXT_WEEK.test(text) || NEXT.test(text)) {
    const monday = daysAfter(today, (8 - now) % 7 || 7);
    return daysAfter(monday, (weekday + 6) % 7);
  }
  if (LAST_WEEK.test(text)) return daysAfter(today, ((weekday + 6) % 7) - ((now + 6) % 7) - 7);
  if (LAST.test(text)) return daysAfter(today, -((now - weekday + 7) % 7 || 7));
  const ahead = (weekday - now + 7) % 7;
  const isToday = ahead === 0 && isTodayOpen && !COMING.test(text);
  const coming = isToday ? 0 : ahead || 7;
  const further = IN_WEEKS.test(text) ? spanOf(text) : WEEK_AFTER.test(text) ? 7 : 0;
  return daysAfter(today, coming + further);
}

function spanOf(text: string): number {
  const { count = '', unit = '' } = IN_WEEKS.exec(text)?.groups ?? {};
  const number = COUNTS[count.toLowerCase()] ?? Number(count);
  return /^w/iu.test(unit) ? number * 7 : number;
}

/** Short names such as `do` and `zo` are words too: they count only when they stand alone. */
function weekdaysIn(text: string, way?: RegExp): readonly number[] {
  const full = found(text, way ?? WRITTEN_OUT);
  if (full.length > 0 || way) return full;
  return found(text.trim(), ABBREVIATED);
}

function found(text: string, way: RegExp): readonly number[] {
  const words = [...text.matchAll(way)].map(({ groups }) => (groups?.['word'] ?? '').toLowerCase());
  return words.map((word) => WEEKDAYS.findIndex((names) => names.split('|').includes(word)));
}

function has(text: string, words: string): boolean {
  return new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu').test(text);
}

function unique(days: readonly string[]): readonly string[] {
  return [...new Set(days)];
}
