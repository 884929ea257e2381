import type { Locale } from '../../../content/schema/locale.ts';
import { createMasker } from '../../../dialogs/masking/createMasker.ts';
import { theContent } from '../../theContent.ts';

export const content = theContent();
const masker = createMasker(content);

/** The text as it would be kept in a talk about Noor or Sam. */
export function masked(text: string, locale: Locale = 'nl', known: readonly string[] = ['Noor', 'Sam']): string {
  return masker(text, locale, known).masked;
}

/** What was masked: kind and words. */
export function found(text: string, locale: Locale = 'nl'): readonly string[] {
  return masker(text, locale, ['Noor', 'Sam']).spans.map((span) => `${span.kind}: ${span.text}`);
}
