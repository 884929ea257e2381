import { theContent, theLanguage } from '../../../theContent.ts';

/** All content, and what finds danger with it, made once for all tests here. */
export const content = theContent();
export const { findDanger } = theLanguage(content);
