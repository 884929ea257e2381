import type { Locale } from '../../content/schema/locale.ts';

/** A moment as a day in words, on the calendar of the Netherlands: `23 november 2026`. */
export function dayInWords(moment: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', {
    timeZone: 'Europe/Amsterdam',
    dateStyle: 'long',
  }).format(new Date(moment));
}
