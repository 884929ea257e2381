import { z } from 'zod';

/** The languages in which everything a person can read exists; Dutch comes first. */
export const LOCALES = ['nl', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The language of ours that a language tag (`nl-BE`, `en`) comes nearest; Dutch when none does. */
export function nearestLocale(tag: string | undefined): Locale {
  const language = (tag ?? '').slice(0, 2).toLowerCase();
  return LOCALES.find((locale) => locale === language) ?? 'nl';
}

/** One text in every language. Both are written for their readers; neither is a translation word by word. */
export const localizedSchema = z.strictObject({
  nl: z.string().trim().min(1).describe('Dutch, spoken, warm, short (B1).'),
  en: z.string().trim().min(1).describe('English to match, never word by word.'),
});
export type Localized = Readonly<z.infer<typeof localizedSchema>>;

/** Words or short phrases per language; matching folds case, diacritics and endings. */
export const localizedWordsSchema = z.strictObject({
  nl: z.array(z.string().trim().min(1)).min(1),
  en: z.array(z.string().trim().min(1)).min(1),
});

/** Ids in content: lower-case words joined by hyphens, as in `left-out-in-the-block-corner`. */
export const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');
