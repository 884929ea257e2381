import type { Words } from '../../../content/schema/cue.ts';
import { BUCKETS, createFeatures, type FeatureSort, PHRASE_BUCKETS } from '../model/createFeatures.ts';
import { hash, together } from '../model/hash.ts';
import type { Match } from '../pattern/matchPatterns.ts';
import type { CompiledDanger } from './compileDanger.ts';
import { matchesOf } from './createDangerReader.ts';
import { createListFinder } from './createListFinder.ts';
import type { DangerText } from './dangerText.ts';

/** What each of the two models sees of words between two places of a message: buckets, each once. */
export interface DangerSight {
  words(stretch: Match): readonly number[];
  phrases(stretch: Match): readonly number[];
}

/** How a message looks to the models of one language. */
export type DangerSights = (text: DangerText) => DangerSight;

const WORD_SORTS: readonly FeatureSort[] = ['words', 'stems', 'pieces'];
const PHRASE_SORTS: readonly FeatureSort[] = ['stems', 'pairs'];
/** Who does what to whom: words of two lists this near each other count as a pair. */
const NEAR = 14;
const LIST = hash('list');
const THEN = hash('then');

/**
 * Sees words, stems, pairs and pieces of words as the models of moves do, and beside those which of the lists of danger a
 * word is in, and which of them follow each other: that a grown-up hits a child looks the same whoever hits whom.
 */
export function createDangerSights(words: Words, { lists, lookAlikes }: CompiledDanger): DangerSights {
  const ofWords = createFeatures(words, WORD_SORTS, BUCKETS);
  const listsAt = createListFinder(lists);
  const ofPhrases = createFeatures(words, PHRASE_SORTS, PHRASE_BUCKETS);

  return (text) => {
    const { tokens, kinds, field } = text;
    const seen = { tokens, kinds, clauses: [], clauseOf: [], sentences: [] };
    const whole = { from: 0, to: tokens.length };
    const alike = new Set(matchesOf(lookAlikes, field, whole).map(({ from }) => from));
    const inLists = listsIn(
      listsAt(field).map((listed, word) => (alike.has(word) ? [...listed, lists.length] : listed)),
    );
    return {
      words: (stretch) => joined(ofWords(seen, stretch), inLists(stretch), BUCKETS),
      phrases: (stretch) => joined(ofPhrases(seen, stretch), inLists(stretch), PHRASE_BUCKETS),
    };
  };
}

/** The lists of the words in a stretch and the pairs of them, as hashes; a stretch that is asked for again is remembered. */
function listsIn(listed: readonly (readonly number[])[]): (stretch: Match) => ReadonlySet<number> {
  let last: Match | undefined;
  let found = new Set<number>();
  return (stretch) => {
    if (stretch === last) return found;
    const { from, to } = stretch;
    last = stretch;
    found = new Set();
    for (let word = from; word < to; word += 1) {
      const until = Math.min(to, word + NEAR);
      for (const list of listed[word] ?? []) {
        found.add(together(LIST, list, 0));
        for (let next = word + 1; next < until; next += 1) {
          for (const other of listed[next] ?? []) found.add(together(THEN, list, other));
        }
      }
    }
    return found;
  };
}

function joined(seen: readonly number[], lists: ReadonlySet<number>, buckets: number): readonly number[] {
  const all = new Set(seen);
  for (const one of lists) all.add(one % buckets);
  return [...all];
}
