import { foldWord } from '../language/foldWord.ts';
import { wordsIn } from './messageSentences.ts';

/** Fewer words than these are a few, hardly a sentence, or much. */
const FEW = 5;
const SOME = 9;
const MUCH = 26;

/** What stands in the place of a name that was masked before anything was kept. */
const MASKED = /\[\p{L}+\]/u;

/** What shows in how something is written, beside its words, each as a word that nobody writes. */
export function messageSigns(sentences: readonly string[], names: ReadonlySet<string>): readonly string[] {
  const text = sentences.join('\n');
  const count = wordsIn(sentences).length;
  const signs: Readonly<Record<string, boolean>> = {
    '<asks>': text.includes('?'),
    '<calls>': text.includes('!'),
    '<shouts>': /[?!]{2}|\p{Lu}{3}/u.test(text),
    '<number>': /\d/u.test(text),
    '<few>': count < FEW,
    '<some>': count >= FEW && count < SOME,
    '<much>': count >= MUCH,
    '<name>': MASKED.test(text) || capitalised(text).some((word) => names.has(foldWord(word))),
  };
  return Object.keys(signs).filter((sign) => signs[sign]);
}

/** Words written with a capital and then small letters. */
export function capitalised(text: string): readonly string[] {
  return Array.from(text.matchAll(/(?<![\p{L}’'-])\p{Lu}[\p{Ll}\p{M}]+/gu), ([word]) => word);
}

/** Whether this is one of the signs, and no word. */
export function isSign(word: string): boolean {
  return word.startsWith('<');
}
