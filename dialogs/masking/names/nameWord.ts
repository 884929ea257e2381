import type { Stretch } from '../maskedSpan.ts';

/** A word as the finder of names sees it. */
export interface NameWord extends Stretch {
  readonly text: string;
  /** Small letters, without accents and without the ending of a genitive: `Zoë's` → `zoe`. */
  readonly base: string;
  /** Whether an ending of a genitive was taken off. */
  readonly isGenitive: boolean;
  readonly capital: 'none' | 'first' | 'all';
  /** What stands between the word before and this one. */
  readonly gap: string;
  /** A capital here says nothing: a sentence, a quotation or a list begins. */
  readonly opens: boolean;
}

const WORD = /\p{L}[\p{L}\p{M}]*(?:[-'’‘ʼ´`]\p{L}[\p{L}\p{M}]*)*['’]?/gu;
const PLAIN = /^[a-z]+$/;
const MARKS = /[\p{M}\p{Cf}]/gu;
const OPENING = /[.!?…\n:"“”„«»•*|]|(?:^|\s)[-–—]+\s|\d[.)]\s/u;
const GENITIVE = /['’‘ʼ´`]s?$/u;
const LONGEST_WORD = 40;

/** A word in small letters without accents. */
export function plainWord(word: string): string {
  if (PLAIN.test(word)) return word;
  return word
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[’‘ʼ´`]/gu, "'")
    .replaceAll('ı', 'i');
}

/** The words of a text, in order. `isAbbreviation`: short words behind which a dot ends no sentence, as in "mw. Yilmaz". */
export function nameWords(text: string, isAbbreviation: (word: string) => boolean): readonly NameWord[] {
  const words: NameWord[] = [];
  let last = 0;
  for (const match of text.matchAll(WORD)) {
    const written = match[0].slice(0, LONGEST_WORD);
    const start = match.index;
    const gap = text.slice(last, start);
    const before = words.at(-1);
    words.push({ ...wordOf(written, start), gap, opens: !before || isOpening(gap, before, isAbbreviation) });
    last = start + match[0].length;
  }
  return withoutTitleCase(words);
}

function wordOf(written: string, start: number): Omit<NameWord, 'gap' | 'opens'> {
  const text = written.replace(GENITIVE, '');
  const isGenitive = text.length < written.length && text.length > 0;
  const own = isGenitive ? text : written;
  return { text: own, base: plainWord(own), isGenitive, capital: capitalOf(own), start, end: start + own.length };
}

function isOpening(gap: string, before: NameWord, isAbbreviation: (word: string) => boolean): boolean {
  if (/^\.,? ?$/.test(gap) && (isAbbreviation(before.base) || isInitial(before))) return false;
  return OPENING.test(gap);
}

/** One capital letter, as in "J. de Vries". */
export function isInitial({ text, capital }: Pick<NameWord, 'text' | 'capital'>): boolean {
  return capital !== 'none' && text.length === 1;
}

function capitalOf(word: string): NameWord['capital'] {
  const first = word.charAt(0);
  if (first === first.toLowerCase()) return 'none';
  return word.length > 1 && word === word.toUpperCase() ? 'all' : 'first';
}

const FEWEST_IN_TITLE = 6;
const MOST_CAPITALS = 0.7;

/** Where Nearly Every Word Has One, a capital says nothing. */
function withoutTitleCase(words: readonly NameWord[]): readonly NameWord[] {
  const capitals = words.filter(({ capital }) => capital !== 'none').length;
  if (words.length < FEWEST_IN_TITLE || capitals / words.length < MOST_CAPITALS) return words;
  return words.map((word) => ({ ...word, opens: true }));
}
