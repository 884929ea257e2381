import { cachedPatterns } from '../bot/cachedPatterns.ts';
import { cachedContent } from '../content/cachedContent.ts';
import type { Content } from '../content/schema/content.ts';
import { createLanguage } from '../dialogs/language/createLanguage.ts';

/** What every product that tests start may share: without it each of them makes it anew. */
export function sharedCache(): string {
  return process.env['CACHE_DIR'] ?? '.data/cache';
}

/** The content of this project, kept as the product keeps it: reading it takes seconds, and sixty suites need it. */
export function theContent(): Content {
  return cachedContent(sharedCache());
}

/** The language side of the product over that content. */
export function theLanguage(content: Content = theContent()): ReturnType<typeof createLanguage> {
  return createLanguage(content, cachedPatterns(sharedCache(), content));
}
