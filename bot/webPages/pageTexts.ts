import { LOCALES, type Locale } from '../../content/schema/locale.ts';
import type { MessageTree } from '../../content/schema/messages.ts';

/** The page's texts, flat: `connection.lost` → text. */
export type PageTexts = Readonly<Record<Locale, Readonly<Record<string, string>>>>;

/**
 * The texts under `page` in every language, with the number of days filled in.
 *
 * Throws when one language has a text that another lacks.
 */
export function pageTexts(messages: Readonly<Record<Locale, MessageTree>>, retentionDays: number): PageTexts {
  const texts = Object.fromEntries(
    LOCALES.map((locale) => [locale, Object.fromEntries(flat(messages[locale]['page'], { days: retentionDays }))]),
  ) as Record<Locale, Record<string, string>>;

  const keys = new Set(LOCALES.flatMap((locale) => Object.keys(texts[locale])));
  const missing = LOCALES.flatMap((locale) =>
    [...keys].filter((key) => !texts[locale][key]).map((key) => `${locale}: page.${key}`),
  );
  if (missing.length > 0 || keys.size === 0)
    throw new Error(`Texts of the chat page are missing: ${missing.join(', ') || 'page'}`);
  return texts;
}

function flat(
  tree: string | MessageTree | undefined,
  values: Readonly<Record<string, number>>,
  path = '',
): [string, string][] {
  if (tree === undefined) return [];
  if (typeof tree === 'string') return [[path, filled(tree, values)]];
  return Object.entries(tree).flatMap(([key, branch]) => flat(branch, values, path ? `${path}.${key}` : key));
}

function filled(text: string, values: Readonly<Record<string, number>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}
