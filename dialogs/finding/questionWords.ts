import type { Locale } from '../../content/schema/locale.ts';
import { foldWord } from '../language/foldWord.ts';
import { hash, together } from '../language/model/hash.ts';
import { remember } from '../language/remember.ts';
import { stemWord } from '../language/stemWord.ts';

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu;
/** What is read of one question. */
const LONGEST = 600;
const SHORTEST_PIECE = 3;
const LONGEST_PIECE = 5;
const BESIDE = hash('beside');
const APART = hash('apart');

/** In how many buckets features are counted. */
export const BUCKETS = 1 << 15;

/** The folded words of a question, in order. */
export function questionWords(text: string): readonly string[] {
  return Array.from(text.slice(0, LONGEST).matchAll(WORD), ([word]) => foldWord(word));
}

/** What the counting voter sees of a question, each once: the buckets of its stems, pairs of them, and pieces of its words. */
export type QuestionFeatures = (words: readonly string[]) => readonly number[];

/** Features in one language; compounds, typos and dialect still share pieces with the word that was meant. */
export function createQuestionFeatures(locale: Locale): QuestionFeatures {
  const seen = remember((word: string) => {
    const stem = hash(stemWord(word, locale));
    return { stem, buckets: [stem % BUCKETS, ...piecesOf(word)] };
  });

  const seenIn = new Uint32Array(BUCKETS);
  let reading = 0;

  return (words) => {
    reading += 1;
    const found: number[] = [];
    const add = (bucket: number) => {
      if (seenIn[bucket] === reading) return;
      seenIn[bucket] = reading;
      found.push(bucket);
    };
    const known = words.map(seen);
    known.forEach(({ stem, buckets }, at) => {
      for (const bucket of buckets) add(bucket);
      const next = known[at + 1];
      const overNext = known[at + 2];
      if (next) add(together(BESIDE, stem, next.stem) % BUCKETS);
      if (overNext) add(together(APART, stem, overNext.stem) % BUCKETS);
    });
    return found;
  };
}

/** The buckets of all runs of three to five letters, the edges of the word being letters too. */
function piecesOf(word: string): readonly number[] {
  const framed = `#${word}#`;
  const pieces: number[] = [];
  for (let size = SHORTEST_PIECE; size <= LONGEST_PIECE; size += 1) {
    for (let at = 0; at + size <= framed.length; at += 1) pieces.push(hash(framed.slice(at, at + size)) % BUCKETS);
  }
  return pieces;
}
