import type { RuleList } from '../../content/schema/cue.ts';
import type { Phrases } from './analysis.ts';
import type { Grammar } from './grammar.ts';
import { type Match, matchAt, type WordField } from './pattern/matchPatterns.ts';

/** Lists of a grammar, looked up among the words of one utterance. */
export function createPhrases(grammar: Grammar, field: WordField): Phrases {
  function at(list: RuleList, word: number, limit: number): number {
    return matchAt(grammar.list(list), field, word, limit);
  }

  function first(list: RuleList, from: number, to: number): Match | undefined {
    for (let word = from; word < to; word += 1) {
      const end = at(list, word, to);
      if (end > 0) return { from: word, to: end };
    }
    return undefined;
  }

  function all(list: RuleList, from: number, to: number): readonly Match[] {
    const found: Match[] = [];
    for (let match = first(list, from, to); match; match = first(list, match.to, to)) found.push(match);
    return found;
  }

  return { at, first, all };
}
