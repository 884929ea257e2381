import MiniSearch from 'minisearch';
import type { Locale } from '../../content/schema/locale.ts';
import type { LabelVoter } from '../language/choosing/seen.ts';
import { remember } from '../language/remember.ts';
import { stemWord } from '../language/stemWord.ts';
import type { Entry } from './entriesOf.ts';
import { VOTED_TOPICS } from './votedTopics.ts';

/** A topic is as near as its best few entries. */
const BEST = 3;
const PREFIX_FROM = 4;
const FUZZY_FROM = 5;
const FUZZY = 0.2;
/** A word in more than this share of the entries tells little, and costs most of the time. */
const COMMON = 0.1;

/** Searches the entries by stems; a word that none of them has, by its beginning and by words a slip away. A topic scores by its best few. */
export function createSearchVoter(entries: readonly Entry[], locale: Locale): LabelVoter {
  const stem = remember((word: string) => stemWord(word, locale));
  const counts = new Map<string, number>();
  for (const { words } of entries) {
    for (const word of new Set(words.map(stem))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const isCommon = (word: string) => (counts.get(stem(word)) ?? 0) > entries.length * COMMON;
  const search = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: (text) => text.split(' '),
    processTerm: stem,
    searchOptions: {
      prefix: (term) => term.length >= PREFIX_FROM && !counts.has(term),
      fuzzy: (term) => (term.length >= FUZZY_FROM && !counts.has(term) ? FUZZY : false),
      weights: { fuzzy: 0.4, prefix: 0.6 },
    },
  });
  search.addAll(entries.map(({ words }, id) => ({ id, text: words.join(' ') })));
  const places = entries.map(({ topic }) => VOTED_TOPICS.indexOf(topic));

  return (question) => {
    const votes = new Float64Array(VOTED_TOPICS.length);
    const counted = new Uint8Array(VOTED_TOPICS.length);
    for (const { id, score } of search.search(question.filter((word) => !isCommon(word)).join(' '))) {
      const at = places[id] ?? -1;
      const before = counted[at] ?? BEST;
      if (before >= BEST) continue;
      counted[at] = before + 1;
      votes[at] = (votes[at] ?? 0) + score;
    }
    return votes;
  };
}
