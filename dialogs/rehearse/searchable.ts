import { foldWord } from '../language/foldWord.ts';

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu;

/** The words of a text as a search compares them: letters and digits alone, folded, one space between. */
export function searchable(text: string): string {
  return Array.from(text.matchAll(WORD), ([word]) => foldWord(word)).join(' ');
}
