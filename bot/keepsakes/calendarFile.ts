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
    { productId: PRODUCT, method: 'PUBLISH', calName: `${t('keepsakes.product')}: ${title}` },
  );
  if (value === null) throw new Error('A calendar could not be written.', { cause: error });
  return value;
}

function calendarEvent({ title, description, place, start, minutes }: KeepsakeEvent, uid: string): EventAttributes {
  const words = {
    uid,
    title,
    ...(description ? { description } : {}),
    ...(place ? { location: place } : {}),
    busyStatus: 'BUSY',
  } as const;
  if (!start.includes('T')) return { ...words, busyStatus: 'FREE', start: dayOf(start), duration: { days: 1 } };

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

function momentOf(moment: Date): DateArray {
  return [
    moment.getUTCFullYear(),
    moment.getUTCMonth() + 1,
    moment.getUTCDate(),
    moment.getUTCHours(),
    moment.getUTCMinutes(),
  ];
}
