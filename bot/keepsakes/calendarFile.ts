import { createEvents, type DateArray, type EventAttributes } from 'ics';
import { amsterdamMoment } from '../../dialogs/keepsakes/amsterdamTime.ts';
import type { Keepsake, KeepsakeEvent } from '../../dialogs/keepsakes/keepsake.ts';
import type { Translate } from '../../dialogs/texts.ts';

const PRODUCT = '-//Op een lijn//Op een lijn//NL';

/**
 * The events as an iCalendar file (RFC 5545). Moments are in UTC, so that every calendar shows the Dutch clock time on
 * both sides of a clock change; whole days have no time. Ids stay the same, so that importing twice adds nothing.
 */
export function calendarFile({ events = [], title }: Keepsake, id: string, t: Translate): string {
  const { value, error } = createEvents(
    events.map((event, index) => calendarEvent(event, `${id}-${index + 1}@op-een-lijn`)),
    { productId: PRODUCT, method: 'PUBLISH', calName: asText(`${t('keepsakes.product')}: ${title}`) },
  );
  if (value === null) throw new Error('A calendar could not be written.', { cause: error });
  return folded(value);
}

/** What the library does for every other text (RFC 5545, 3.3.11); line breaks it writes as `\n` here too. */
function asText(words: string): string {
  return words.replace(/[\\;,]/gu, '\\$&');
}

/** Lines of at most 75 bytes (RFC 5545, 3.1); the library counts characters, and `é` is two bytes. */
function folded(calendar: string): string {
  return calendar
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map((line) => pieces(line).join('\r\n '))
    .join('\r\n');
}

function pieces(line: string): readonly string[] {
  const found: string[] = [''];
  for (const character of line) {
    const room = found.length === 1 ? 75 : 74;
    const longer = `${found.at(-1)}${character}`;
    if (Buffer.byteLength(longer) > room) found.push(character);
    else found[found.length - 1] = longer;
  }
  return found;
}

function calendarEvent({ title, description, place, start, minutes }: KeepsakeEvent, uid: string): EventAttributes {
  const words = {
    uid,
    title,
    ...(description ? { description } : {}),
    ...(place ? { location: place } : {}),
    busyStatus: 'BUSY',
  } as const;
  if (!start.includes('T')) return { ...words, busyStatus: 'FREE', start: dayOf(start), end: dayOf(dayAfter(start)) };

  const from = amsterdamMoment(start);
  const until = new Date(from.getTime() + minutes * 60_000);
  return {
    ...words,
    start: momentOf(from),
    startInputType: 'utc',
    startOutputType: 'utc',
    end: momentOf(until),
    endInputType: 'utc',
    endOutputType: 'utc',
  };
}

function dayOf(day: string): DateArray {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

function momentOf(moment: Date): DateArray {
  return [
    moment.getUTCFullYear(),
    moment.getUTCMonth() + 1,
    moment.getUTCDate(),
    moment.getUTCHours(),
    moment.getUTCMinutes(),
  ];
}
