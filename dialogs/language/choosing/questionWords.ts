import type { Locale } from '../../../content/schema/locale.ts';
import { foldWord } from '../foldWord.ts';
import { hash, together } from '../model/hash.ts';
import { remember } from '../remember.ts';
import { stemWord } from '../stemWord.ts';

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu;
/** What is read of one question. */
const LONGEST = 600;
const SHORTEST_PIECE = 3;
const LONGEST_PIECE = 5;
const BESIDE = hash('beside');
const APART = hash('apart');

/** The folded words of a question, in order. */
export function questionWords(text: string): readonly string[] {
  return Array.from(text.slice(0, LONGEST).matchAll(WORD), ([word]) => foldWord(word));
}

/** What voters see of a question. */
export interface QuestionFeatures {
  /** In how many buckets features are counted. */
  readonly buckets: number;
  /** The buckets of its stems, pairs of them, and pieces of its words, each once. */
  of(words: readonly string[]): readonly number[];
}

/** Features in one language; compounds, typos and dialect still share pieces with the word that was meant. */
export function createQuestionFeatures(locale: Locale, buckets: number): QuestionFeatures {
  const seen = remember((word: string) => {
    const stem = hash(stemWord(word, locale));
    return { stem, own: [stem % buckets, ...piecesOf(word, buckets)] };
  });

  const seenIn = new Uint32Array(buckets);
  let reading = 0;

  function featuresOf(words: readonly string[]): readonly number[] {
    reading += 1;
    const found: number[] = [];
    const add = (bucket: number) => {
      if (seenIn[bucket] === reading) return;
      seenIn[bucket] = reading;
      found.push(bucket);
    };
    const known = words.map(seen);
    known.forEach(({ stem, own }, at) => {
      for (const bucket of own) add(bucket);
      const next = known[at + 1];
      const overNext = known[at + 2];
      if (next) add(together(BESIDE, stem, next.stem) % buckets);
      if (overNext) add(together(APART, stem, overNext.stem) % buckets);
    });
    return found;
  }

  return { buckets, of: featuresOf };
}

/** The buckets of all runs of three to five letters, the edges of the word being letters too. */
function piecesOf(word: string, buckets: number): readonly number[] {
  const framed = `#${word}#`;
  const pieces: number[] = [];
  for (let size = SHORTEST_PIECE; size <= LONGEST_PIECE; size += 1) {
    for (let at = 0; at + size <= framed.length; at += 1) pieces.push(hash(framed.slice(at, at + size)) % buckets);
  }
  return pieces;
}
