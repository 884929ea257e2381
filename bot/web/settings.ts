/** The languages of the page. */
export type Language = 'nl' | 'en';

/** What the server wrote into the page. */
export interface Settings {
  readonly locale: Language;
  /** `connection.lost` → text, in both languages, so that the page can follow the bot. */
  readonly texts: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}

/** Throws when the page was not made by our server. */
export function readSettings(): Settings {
  const written = document.getElementById('settings')?.textContent;
  if (!written) throw new Error('The page has no settings');
  return JSON.parse(written);
}
