import type { RuleList } from '../../content/schema/cue.ts';
import type { Phrases } from './analysis.ts';
import type { Grammar } from './grammar.ts';
import type { Program } from './pattern/compilePatterns.ts';
import { type Match, matchAt, startsOf, type WordField } from './pattern/matchPatterns.ts';

/** Lists of a grammar, looked up among the words of one utterance. */
export function createPhrases(grammar: Grammar, field: WordField): Phrases {
  const endsByList = new Map<RuleList, Int32Array>();

  /** A phrase ends where it ends, whatever the limit; so each list is looked up once, however often it is asked for. */
  function endsOf(list: RuleList, program: Program): Int32Array {
    const known = endsByList.get(list);
    if (known) return known;
    const ends = new Int32Array(field.length).fill(-1);
    for (const word of startsOf(program, field)) ends[word] = matchAt(program, field, word, field.length);
    endsByList.set(list, ends);
    return ends;
  }

  function at(list: RuleList, word: number, limit: number): number {
    const program = grammar.list(list);
    if (program.isPlaced) return matchAt(program, field, word, limit);
    const end = endsOf(list, program)[word] ?? -1;
    return end <= limit ? end : -1;
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
