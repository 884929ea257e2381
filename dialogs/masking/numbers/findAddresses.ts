import type { Stretch } from '../maskedSpan.ts';

/** Words of addresses, folded to lower case. */
export interface AddressWords {
  /** How names of streets end: "straat", "laan". */
  readonly endings: readonly string[];
  /** What stands behind the name of a street in English: "Road", "Close". */
  readonly behind: ReadonlySet<string>;
  /** Those of them that are clear without a capital too: "12 baker street". */
  readonly behindInAnyCase: ReadonlySet<string>;
  /** What stands before it, as in "rue de la Loi" or "Laan van Meerdervoort". */
  readonly before: ReadonlySet<string>;
  /** What may stand inside: "van", "der", "de la". */
  readonly between: ReadonlySet<string>;
  /** How names of streets begin, in small letters too: "oude", "prins". */
  readonly parts: ReadonlySet<string>;
  /** Words that end so and are no streets: "onderweg", "ontslag". */
  readonly noStreets: ReadonlySet<string>;
  /** What is counted with a number behind such a word: "3 keer", "2 uur". */
  readonly counted: ReadonlySet<string>;
}

interface Word extends Stretch {
  readonly text: string;
  readonly lower: string;
  readonly isCapital: boolean;
  /** Only a space stands between this and the word before. */
  readonly isJoined: boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu;
const HOUSE = /^\d{1,4}(?:[-/]?(?:[a-z]{1,2}|[ivx]{1,4}|\d{1,3}))?$/i;
const DUTCH_POSTCODE = /(?<![\p{L}\p{N}])[1-9]\d{3}(?: ?(?!S[ADS])[A-Z]{2}|(?!s[ads])[a-z]{2})(?![\p{L}\p{N}])/gu;
const BRITISH_POSTCODE = /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![\p{L}\p{N}])/gu;
const TOWN =
  /^(?:[,;]? {0,2}(?:\n ?)?\(?)(?:(?:te|in) )?(?:[B]-)?(?:[1-9]\d{3}(?: ?[A-Za-z]{2})?(?: \p{Lu}[\p{L}'’-]+){1,2}|[1-9]\d{3} ?[A-Za-z]{2}(?![\p{L}\p{N}]))/u;
const MOST_WORDS = 5;
const NO_WORD: Pick<Word, 'lower' | 'isCapital' | 'text'> = { lower: '', isCapital: false, text: '' };

/** Streets with a house number, with postcode and town where these follow; postcodes that stand alone. */
export function findAddresses(text: string, words: AddressWords): readonly Stretch[] {
  const all = wordsOf(text);
  const streets = all.flatMap((word, at) => streetAt(all, word, at, words) ?? []);
  const codes = [...text.matchAll(DUTCH_POSTCODE), ...text.matchAll(BRITISH_POSTCODE)].map(({ 0: code, index }) => ({
    start: index,
    end: index + code.length,
  }));
  const found = [...streets.map((street) => withTown(text, street)), ...codes];
  return found.toSorted((a, b) => b.end - b.start - (a.end - a.start));
}

function wordsOf(text: string): readonly Word[] {
  let last = -1;
  return [...text.matchAll(WORD)].map((match) => {
    const written = match[0].replace(/(?<![.'’-])[.'’-]+$/u, '');
    const start = match.index;
    const end = start + written.length;
    const isJoined = last >= 0 && /^\.? ?$/.test(text.slice(last, start));
    last = end;
    const lower = written.toLowerCase();
    return { text: written, lower, start, end, isCapital: /^\p{Lu}/u.test(written), isJoined };
  });
}

function streetAt(all: readonly Word[], word: Word, at: number, words: AddressWords): Stretch | undefined {
  const after = words.before.has(word.lower) ? streetAfter(all, at, words) : undefined;
  if (after) return after;
  if (isStreet(all, at, words) && all[at + 1]?.isJoined && isHouse(all, at + 1, words)) {
    return { start: startOfStreet(all, at, words), end: endOfHouse(all, at + 1) };
  }
  const isBehind = word.isCapital ? words.behind : words.behindInAnyCase;
  return isBehind.has(word.lower) ? englishStreet(all, at) : undefined;
}

function isStreet(all: readonly Word[], at: number, { endings, noStreets, parts }: AddressWords): boolean {
  const { lower, isCapital, text } = all[at] ?? NO_WORD;
  const isPartBefore = parts.has(all[at - 1]?.lower ?? '') && all[at]?.isJoined === true;
  if ((noStreets.has(lower) && !isPartBefore) || /\d/.test(text)) return false;
  const isLong = (ending: string) => isCapital || isPartBefore || lower.length >= ending.length + 3;
  return endings.some((ending) => lower.endsWith(ending) && isLong(ending));
}

/** A number that counts nothing. */
function isHouse(all: readonly Word[], at: number, { counted }: AddressWords): boolean {
  const next = all[at + 1];
  return HOUSE.test(all[at]?.text ?? '') && !(next?.isJoined && counted.has(next.lower));
}

/** With a box or a letter behind it: "12 bus 3", "12 b". */
function endOfHouse(all: readonly Word[], at: number): number {
  const [next, after] = [all[at + 1], all[at + 2]];
  const end = all[at]?.end ?? 0;
  if (!next?.isJoined) return end;
  if (/^(?:bus|box|hs|huis|app?)$/.test(next.lower) && after?.isJoined && /^\d{1,4}$/.test(after.text))
    return after.end;
  return /^[A-Ha-h]$/.test(next.text) && !after?.isJoined ? next.end : end;
}

function startOfStreet(all: readonly Word[], at: number, { between, parts }: AddressWords): number {
  const isCapital = all[at]?.isCapital === true;
  let first = at;
  for (let back = at; back > 0 && at - back < MOST_WORDS && all[back]?.isJoined; back -= 1) {
    const word = all[back - 1];
    if (!word) break;
    const isPart = parts.has(word.lower) || /^\d+e$/.test(word.lower);
    if (!isPart && !between.has(word.lower) && !(isCapital && word.isCapital)) break;
    if (isPart || (isCapital && word.isCapital && back > 1)) first = back - 1;
  }
  return all[first]?.start ?? 0;
}

/** "Laan van Meerdervoort 20", "rue de la Loi 16": names with capitals, then a number. */
function streetAfter(all: readonly Word[], at: number, words: AddressWords): Stretch | undefined {
  let next = at + 1;
  let hasName = false;
  for (; next <= at + MOST_WORDS && all[next]?.isJoined; next += 1) {
    const word = all[next];
    if (!word || HOUSE.test(word.text)) break;
    const isBetween = words.between.has(word.lower);
    if (!word.isCapital && !isBetween && next === at + 1) return undefined;
    hasName ||= !isBetween;
  }
  const number = all[next];
  if (!hasName || !number?.isJoined || !isHouse(all, next, words)) return undefined;
  return { start: all[at]?.start ?? 0, end: endOfHouse(all, next) };
}

/** "12 Baker Street", "Flat 3, 8 St John's Road". */
function englishStreet(all: readonly Word[], at: number): Stretch | undefined {
  for (let back = at; back > 0 && at - back < 4 && all[back]?.isJoined; back -= 1) {
    const word = all[back - 1];
    if (!word) return undefined;
    if (HOUSE.test(word.text) && /^\d/.test(word.text)) {
      const names = all.slice(back, at);
      const isNamed = names.length > 0 && (all[at]?.isCapital ? names.every(isNamePart) : names.length === 1);
      return isNamed ? { start: word.start, end: all[at]?.end ?? word.end } : undefined;
    }
  }
  return undefined;
}

function isNamePart({ isCapital, lower }: Word): boolean {
  return isCapital || lower === 'of' || lower === 'the';
}

function withTown(text: string, { start, end }: Stretch): Stretch {
  const town = TOWN.exec(text.slice(end, end + 80));
  return { start, end: end + (town?.[0].length ?? 0) };
}
