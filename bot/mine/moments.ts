import type { Locale } from '../../content/schema/locale.ts';

const LANGUAGE = { nl: 'nl-NL', en: 'en-GB' } as const;

/** A moment as a reader sees it, by the Dutch clock: `23 november 2026 om 09:12`. */
export function momentInWords(moment: string, locale: Locale): string {
  return new Intl.DateTimeFormat(LANGUAGE[locale], {
    timeZone: 'Europe/Amsterdam',
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date(moment));
}
