import type { Locale } from '../../content/schema/locale.ts';

/** A day of the calendar as one says it: `donderdag 26 november`; a time behind it is left out. */
export function dayInTalk(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}
