/** A day, or a day with a time, that somebody named, on the clock where they are. */
export interface NamedDate {
  /** `2026-09-08`, or `2026-09-08T19:30` when a time was named too. */
  readonly start: string;
}

/** The dates in a text, in order, and the words that are left when they are taken out. */
export interface DatesFound {
  readonly dates: readonly NamedDate[];
  readonly rest: string;
}

const MONTHS = [
  'january|januari|jan',
  'february|februari|feb',
  'march|maart|mrt|mar',
  'april|apr',
  'may|mei',
  'june|juni|jun',
  'july|juli|jul',
  'august|augustus|aug',
  'september|sept|sep',
  'october|oktober|okt|oct',
  'november|nov',
  'december|dec',
] as const;

const MONTH = `(?<month>${MONTHS.join('|')})\\b\\.?`;
const WEEKDAY =
  '(?:(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?[ ,]+)?';
const YEAR = '(?:[ ,]+(?<year>20\\d\\d)(?![.:\\d]))?';
const TIME =
  '(?:[ ,]*(?:(?:om|at|van|vanaf|from)[ ,]*)?(?:(?<hour>[01]?\\d|2[0-3])(?:[.:u](?<minute>[0-5]\\d)(?!\\d)(?: ?uur| ?u\\b)?(?: ?(?<half>[ap])\\.?m\\b\\.?)?| ?(?:uur|u\\b|h\\b|o.clock)| ?(?<halfAlone>[ap])\\.?m\\b\\.?)))?';

/** In the order in which they are tried at each place: the longest way of writing first. */
const WAYS = [
  `(?<year>20\\d\\d)-(?<number>\\d\\d?)-(?<day>\\d\\d?)(?!\\d)`,
  `(?<day>\\d\\d?)(?:st|nd|rd|th|e)?(?: of| van)? ${MONTH}${YEAR}`,
  `${MONTH} (?<day>\\d\\d?)(?:st|nd|rd|th)?(?![.:\\d])${YEAR}`,
  // "Groep 1-2" is a class, not the first of February.
  `(?<!gr(?:oep(?:en)?|oups?|\\.?) ?)(?<day>\\d\\d?)[-/](?<number>\\d\\d?)(?:[-/](?<year>20\\d\\d))?(?![-/\\d])`,
].map((way) => new RegExp(`(?<![\\d./-])\\b${WEEKDAY}${way}${TIME}`, 'giu'));

/**
 * Finds dates as teachers write them, Dutch or English: `8 september 19.30`, `di 8 sept. om 19 uur`, `8-9-2026`,
 * `September 8th at 7pm`, `2026-09-08`. Day before month, as in both countries. Without a year it is the first time
 * that this day comes, `today` (`2026-08-24`) included. A day that no calendar has is no date.
 */
export function datesIn(text: string, today: string): DatesFound {
  const found: { readonly at: number; readonly end: number; readonly start: string }[] = [];
  for (const way of WAYS) {
    for (const match of text.matchAll(way)) {
      const [at, end] = [match.index, match.index + match[0].length];
      if (found.some((other) => at < other.end && other.at < end)) continue;
      const start = startOf(match.groups ?? {}, today);
      if (start !== undefined) found.push({ at, end, start });
    }
  }
  const inOrder = found.toSorted((a, b) => a.at - b.at);
  return { dates: inOrder.map(({ start }) => ({ start })), rest: without(text, inOrder) };
}

type Groups = Readonly<Record<string, string | undefined>>;

function startOf(groups: Groups, today: string): string | undefined {
  const month = groups['number'] ? Number(groups['number']) : monthNumber(groups['month'] ?? '');
  const day = dayOf(groups['year'], month, Number(groups['day']), today);
  const time = timeOf(groups);
  return day && time ? `${day}T${time}` : day;
}

function monthNumber(word: string): number {
  return MONTHS.findIndex((names) => names.split('|').includes(word.toLowerCase())) + 1;
}

function dayOf(year: string | undefined, month: number, day: number, today: string): string | undefined {
  const thisYear = Number(today.slice(0, 4));
  // The 29th of February may be years away.
  const years = year ? [Number(year)] : Array.from({ length: 9 }, (_, later) => thisYear + later);
  return years.map((one) => written(one, month, day)).find((one) => one !== undefined && (year || one >= today));
}

function written(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

function timeOf({ hour, minute, half, halfAlone }: Groups): string | undefined {
  if (hour === undefined) return undefined;
  const named = Number(hour);
  const part = (half ?? halfAlone)?.toLowerCase();
  const hours = part === 'p' && named < 12 ? named + 12 : part === 'a' && named === 12 ? 0 : named;
  return `${String(hours).padStart(2, '0')}:${minute ?? '00'}`;
}

/** The words around the dates, without the commas and joining words that only held dates together. */
function without(text: string, dates: readonly { readonly at: number; readonly end: number }[]): string {
  const pieces = [...dates, { at: text.length, end: text.length }].map(({ at }, index) =>
    text.slice(dates[index - 1]?.end ?? 0, at),
  );
  return pieces
    .map((piece) => piece.replace(/^[\s,;:.–-]+|(?<![\s,;:–-])[\s,;:–-]+$/gu, ''))
    .filter((piece) => !/^(?:en|and|of|or|op|on)?$/iu.test(piece))
    .join(' ');
}
