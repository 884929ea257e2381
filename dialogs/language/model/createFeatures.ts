import type { Words } from '../../../content/schema/cue.ts';
import type { Analysis } from '../analysis.ts';
import { foldWord } from '../foldWord.ts';
import { remember } from '../remember.ts';
import { stemWord } from '../stemWord.ts';
import { hash, together } from './hash.ts';

/** A stretch of words: `from` up to, not including, `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The buckets, each once, of what stands in a stretch of words. */
export type Features = (words: SeenWords, stretch: Stretch) => readonly number[];

/** Words as the models see them: an utterance taken apart, or only as far as is needed. */
export type SeenWords = Pick<Analysis, 'tokens' | 'kinds' | 'clauses' | 'clauseOf' | 'sentences'>;

/** The sorts of things that the model can see. `form`: how it asks and how long it is. */
export const FEATURE_SORTS = ['words', 'stems', 'pairs', 'pieces', 'opening', 'form'] as const;
export type FeatureSort = (typeof FEATURE_SORTS)[number];

/** What the layered model sees: whole words and how they follow each other. */
const PHRASE_SORTS: readonly FeatureSort[] = ['stems', 'pairs', 'opening', 'form'];

/** In how many buckets features are counted; two that share one are taken for the same. */
export const BUCKETS = 1 << 15;
/** So many that hardly two share one: the layered model keeps only those that are seen often. */
export const PHRASE_BUCKETS = 1 << 18;

/** How each of the two models sees a stretch of words. */
export interface Sights {
  readonly words: Features;
  readonly phrases: Features;
}

/** Both sights on one language. `sorts`: what there is to see at all. */
export function createSights(words: Words, sorts: readonly FeatureSort[] = FEATURE_SORTS): Sights {
  const inPhrases = PHRASE_SORTS.filter((sort) => sorts.includes(sort));
  return { words: createFeatures(words, sorts), phrases: createFeatures(words, inPhrases, PHRASE_BUCKETS) };
}

const SHORTEST = 2;
const LONGEST = 5;
const OPENING_WORDS = 2;
/** Places in a stretch, and ways in which two words stand together. */
const OPENS = hash('^');
const CLOSES = hash('$');
const PAIR = hash('pair');
const APART = hash('apart');

/** A word as it counts among others, and what is seen of it alone. */
interface SeenWord {
  readonly base: number;
  readonly buckets: readonly number[];
}

/**
 * What the model sees of words: the words, their stems, pairs of them, pieces of two to five letters, the words that open
 * the stretch, and how it asks. It sees no cues. Forms that count as one word (`same` in the words file: u, je, ge) are one
 * word here too: of several, the first. `sorts`: which of these; a model must be used with the sorts and `buckets` it was learned with.
 */
export function createFeatures(
  words: Words,
  sorts: readonly FeatureSort[] = FEATURE_SORTS,
  buckets = BUCKETS,
): Features {
  const sees = new Set(sorts);
  const heads = new Map(
    words.same.toReversed().flatMap(([head = '', ...others]) => others.map((form) => [foldWord(form), head] as const)),
  );
  const baseOf = (form: string) => heads.get(form) ?? stemWord(form, words.locale);
  const wordOf = remember((form: string): SeenWord => {
    const base = baseOf(form);
    const pieces = [
      ...(sees.has('words') ? [`w ${form}`] : []),
      ...(sees.has('stems') ? [`s ${base}`] : []),
      ...(sees.has('pieces') ? lettersOf(form) : []),
    ];
    return { base: hash(base), buckets: [...new Set(pieces.map((piece) => hash(piece) % buckets))] };
  });
  const kindOf = remember((kind: string): SeenWord => {
    return { base: hash(`<${kind}>`), buckets: [hash(`w <${kind}>`) % buckets] };
  });

  return (analysis, { from, to }) => {
    const { tokens, kinds } = analysis;
    const found = new Set<number>();
    let before = OPENS;
    let beforeThat: number | null = null;
    for (let word = from; word < to; word += 1) {
      const kind = kinds[word];
      const seen = kind ? kindOf(kind) : wordOf(tokens[word]?.form ?? '');
      for (const bucket of seen.buckets) found.add(bucket);
      if (sees.has('pairs')) found.add(together(PAIR, before, seen.base) % buckets);
      if (sees.has('pairs') && beforeThat !== null) found.add(together(APART, beforeThat, seen.base) % buckets);
      if (sees.has('opening') && word - from < OPENING_WORDS)
        found.add(together(OPENS, word - from, seen.base) % buckets);
      beforeThat = before;
      before = seen.base;
    }
    if (sees.has('pairs')) found.add(together(PAIR, before, CLOSES) % buckets);
    if (sees.has('form')) for (const asks of asksOf(analysis, { from, to })) found.add(hash(asks) % buckets);
    return [...found];
  };
}

function lettersOf(form: string): readonly string[] {
  const framed = `#${form}#`;
  const pieces: string[] = [];
  for (let size = SHORTEST + 1; size <= LONGEST; size += 1) {
    for (let at = 0; at + size <= framed.length; at += 1) pieces.push(`c ${framed.slice(at, at + size)}`);
  }
  return pieces;
}

function asksOf({ clauses, clauseOf, sentences }: SeenWords, { from, to }: Stretch): readonly string[] {
  const near = clauses.slice(clauseOf[from], (clauseOf[to - 1] ?? 0) + 1);
  const inside = near.filter((clause) => clause.from < to && clause.to > from);
  const forms = inside.flatMap(({ question }) => (question === null ? [] : [`? ${question}`]));
  const touched = sentences.slice(near[0]?.sentence, (near.at(-1)?.sentence ?? 0) + 1);
  const marks = touched.filter((one) => one.to > from && one.to <= to).map(({ mark }) => `. ${mark}`);
  const contrast = inside.some((clause) => clause.contrast) ? ['but'] : [];
  return [...forms, ...marks, ...contrast, to - from <= 4 ? 'short' : to - from >= 14 ? 'long' : 'middle'];
}
