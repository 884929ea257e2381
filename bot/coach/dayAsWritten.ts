import type { Locale } from '../../content/schema/locale.ts';

const LANGUAGE = { nl: 'nl-NL', en: 'en-GB' } as const;

/** A day as a reader sees it: `23 december 2026`. */
export function dayAsWritten(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(LANGUAGE[locale], { timeZone: 'UTC', dateStyle: 'long' }).format(new Date(day));
}

/** The last day of something that ends at this moment: see `readShare`. */
export function lastDayOf(endsAt: string): string {
  return endsAt.slice(0, 10);
}
