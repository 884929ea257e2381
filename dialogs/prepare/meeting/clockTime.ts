/** A time of day that somebody named, and the words around it. */
export interface ClockTime {
  /** `15:30`. */
  readonly time: string;
  /** The text without it. */
  readonly rest: string;
}

const HOURS = [
  'een|één|one',
  'twee|two',
  'drie|three',
  'vier|four',
  'vijf|five',
  'zes|six',
  'zeven|seven',
  'acht|eight',
  'negen|nine',
  'tien|ten',
  'elf|eleven',
  'twaalf|twelve',
] as const;

const HOUR = `(?<hour>\\d{1,2}|${HOURS.join('|')})`;
const STEP = '(?<step>\\d{1,2}|vijf|tien|twintig|five|ten|twenty|kwart|a quarter|quarter)(?: minuten| minutes)?';
const HALF_DAY =
  "(?:[ ,]*(?:(?:in de |'s ?|’s ?|in the )?(?<part>ochtends?|morgens|middags?|avonds?|morning|afternoon|evening)|(?<half>[ap])\\.?m\\b\\.?))?";
const STEPS: Readonly<Record<string, number>> = { vijf: 5, five: 5, tien: 10, ten: 10, twintig: 20, twenty: 20 };

/** In the order in which they are tried: what says more comes first. */
const WAYS = [
  // Vijf voor half vier, tien over half vier.
  `${STEP} (?<side>voor|over) (?<dutchHalf>half) ${HOUR}`,
  `${STEP} (?<side>voor|over|to|past) ${HOUR}`,
  `(?<half30>half) past ${HOUR}`,
  `(?<dutchHalf>half) ${HOUR}`,
  '(?<hour>\\d{1,2})(?:[.:]| ?[uh] ?| uur )(?<minute>[0-5]\\d)(?: ?uur| ?u| ?h)?',
  `${HOUR}(?: uur| ?u| ?h| o.clock)`,
  '(?<hour>\\d{1,2}) ?(?<halfAlone>[ap])\\.?m\\b\\.?',
  `(?:om|at|rond|around|tegen|vanaf|from) ${HOUR}(?! ?(?:[-/]|\\d|[.:]\\d|dagen|weken|days|weeks|jan|feb|maa|mrt|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec))`,
  '(?<noon>noon|twaalf uur|het middaguur)',
].map((way) => new RegExp(`(?<![\\p{L}\\d/-])(?<!over )(?:om |at )?${way}${HALF_DAY}(?![\\p{L}\\d])`, 'giu'));

/** Said anywhere beside the time: `donderdagavond om 8 uur`. */
const LATER = /(?:avond|middag)(?!\p{L})|(?<!\p{L})(?:afternoon|evening|tonight)(?!\p{L})/iu;
const EARLIER = /(?:ochtend|(?<=dag)morgen)(?!\p{L})|(?<!\p{L})(?:['’]s morgens|morning)(?!\p{L})/iu;

/** Before this hour nobody meets a parent: `3 uur` is in the afternoon, `half acht` in the evening. */
const FIRST_HOUR = 8;
const MINUTES_A_DAY = 24 * 60;

/**
 * The first time of day in a text, as teachers write it: `half vier`, `15.30 uur`, `kwart voor 4`, `half past three`,
 * `7pm`. Without a part of the day, an hour before eight is after noon; a leading zero keeps it (`07:30`). English
 * number words take `half four` as half past four.
 */
export function clockTime(text: string): ClockTime | null {
  const part = LATER.test(text) ? 'avond' : EARLIER.test(text) ? 'ochtend' : undefined;
  for (const match of WAYS.flatMap((way) => [...text.matchAll(way)])) {
    const minutes = minutesOf({ part, ...present(match.groups ?? {}) });
    if (minutes === null) continue;
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
    return { time: written(minutes), rest: rest.replace(/\s+/gu, ' ').trim() };
  }
  return null;
}

type Groups = Readonly<Record<string, string | undefined>>;

function present(groups: Groups): Groups {
  return Object.fromEntries(Object.entries(groups).filter(([, words]) => words !== undefined));
}

/** Minutes since midnight; null when no clock shows it. */
function minutesOf(groups: Groups): number | null {
  if (groups['noon']) return 12 * 60;
  const word = groups['hour'] ?? '';
  const hour = hourOf(word);
  if (hour === null || hour > 24) return null;

  const base = hour * 60 + Number(groups['minute'] ?? 0) + stepOf(groups) + halfOf(groups, word);
  const [isMorning, isLater] = [isBeforeNoon(groups), isAfterNoon(groups)];
  const isEarly = base < FIRST_HOUR * 60 && !isMorning && !/^0/u.test(word);
  const minutes = (isLater && base < 12 * 60) || (isEarly && !isLater) ? base + 12 * 60 : base;
  const midnight = isMorning && minutes >= 12 * 60 && minutes < 13 * 60 ? minutes - 12 * 60 : minutes;
  return (midnight + MINUTES_A_DAY) % MINUTES_A_DAY;
}

function hourOf(said: string): number | null {
  if (/^\d/u.test(said)) return Number(said);
  const index = HOURS.findIndex((words) => words.split('|').includes(said.toLowerCase()));
  return index < 0 ? null : index + 1;
}

function stepOf({ step, side }: Groups): number {
  if (step === undefined) return 0;
  const word = step.toLowerCase();
  const minutes = /kwart|quarter/u.test(word) ? 15 : (STEPS[word] ?? Number(word));
  return side === 'voor' || side === 'to' ? -minutes : minutes;
}

function halfOf({ dutchHalf, half30 }: Groups, hour: string): number {
  if (half30) return 30;
  if (!dutchHalf) return 0;
  const isEnglish = HOURS.some((words) => words.split('|').at(-1) === hour.toLowerCase());
  return isEnglish ? 30 : -30;
}

function isBeforeNoon({ part, half, halfAlone }: Groups): boolean {
  return (half ?? halfAlone)?.toLowerCase() === 'a' || /^(?:ochtend|morgens|morning)/iu.test(part ?? '');
}

function isAfterNoon({ part, half, halfAlone }: Groups): boolean {
  return (half ?? halfAlone)?.toLowerCase() === 'p' || /^(?:middag|avond|afternoon|evening)/iu.test(part ?? '');
}

function written(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
