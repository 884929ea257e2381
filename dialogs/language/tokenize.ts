import { foldWord } from './foldWord.ts';
import type { Token } from './token.ts';

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}'’‘ʼ´]*/gu;
const APOSTROPHES = /[’‘ʼ´]/g;
const LONGEST_WORD = 60;
const TRAILING = /['’‘ʼ´]$/;

/** What short forms stand for: whole words, or endings that begin with an apostrophe. */
export type Contractions = Readonly<Record<string, string>>;

/** The words of an utterance, in order. Keeps `niet`, diacritics and places; emoji and marks are no words. */
export function tokenize(text: string, contractions: Contractions): readonly Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of text.matchAll(WORD)) {
    const word = withoutTrailing(match[0]);
    const start = match.index;
    const end = start + word.length;
    const gap = text.slice(last, start);
    expand(word.slice(0, LONGEST_WORD), contractions).forEach((form, half) => {
      tokens.push({ start, end, form, capital: capitalOf(word), gap: half === 0 ? gap : '' });
    });
    last = end;
  }
  return tokens;
}

function withoutTrailing(word: string): string {
  let end = word.length;
  while (end > 1 && TRAILING.test(word.charAt(end - 1))) end -= 1;
  return end === word.length ? word : word.slice(0, end);
}

/** The folded forms that one written word stands for; at least one. */
function expand(word: string, contractions: Contractions): readonly string[] {
  const written = word.toLowerCase().replace(APOSTROPHES, "'");
  const whole = own(contractions, written);
  if (whole !== undefined) return whole.split(' ');

  const cut = written.endsWith("n't") ? written.length - 3 : written.indexOf("'");
  const ending = cut > 0 ? own(contractions, written.slice(cut)) : undefined;
  return ending === undefined ? [foldWord(word)] : [foldWord(written.slice(0, cut)), ending];
}

function own(contractions: Contractions, key: string): string | undefined {
  return Object.hasOwn(contractions, key) ? contractions[key] : undefined;
}

function capitalOf(word: string): Token['capital'] {
  const lower = word.toLowerCase();
  if (word === lower) return 'none';
  if (word.length > 1 && word === word.toUpperCase()) return 'all';

  return word.slice(1) === lower.slice(1) ? 'first' : 'none';
}
