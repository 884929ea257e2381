import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { MessageTree } from '../../content/schema/messages.ts';

/** The page's own texts as the product has them, with some said otherwise. */
export function pageMessages(otherwise: MessageTree = {}): Readonly<Record<'nl' | 'en', MessageTree>> {
  const page = (locale: string): MessageTree => ({
    page: {
      ...parse(readFileSync(new URL(`../../content/messages/page.${locale}.yaml`, import.meta.url), 'utf8')),
      ...otherwise,
    },
  });
  return { nl: page('nl'), en: page('en') };
}
