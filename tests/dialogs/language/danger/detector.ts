import { loadContent } from '../../../../content/load.ts';
import { createLanguage } from '../../../../dialogs/language/createLanguage.ts';

/** All content, and what finds danger with it, made once for all tests here. */
export const content = loadContent();
export const { findDanger } = createLanguage(content);
