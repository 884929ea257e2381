import type { Program } from '../pattern/compilePatterns.ts';
import { matchAt, positionsOf, type WordField } from '../pattern/matchPatterns.ts';
import type { PatternNode } from '../pattern/patternNode.ts';
import { matchesOf } from './createDangerReader.ts';

/** By word: the lists of which an entry starts there, each once. */
export type ListFinder = (field: WordField) => readonly (readonly number[])[];

interface Entry {
  readonly list: number;
  /** What has to match from that word on; null when the word alone is the entry. */
  readonly node: PatternNode | null;
}

/**
 * Finds entries of these lists by the words that they start with. Trying each list at each word takes three times as long: there
 * are about ninety, with ten thousand entries, and a message holds few of them.
 */
export function createListFinder(lists: readonly Program[]): ListFinder {
  const byFirst = new Map<number, Entry[]>();
  const others: { readonly list: number; readonly program: Program }[] = [];
  lists.forEach((program, list) => {
    const rest: PatternNode[] = [];
    for (const node of alternativesOf(program.node)) {
      const first = firstOf(node);
      if (first === null) rest.push(node);
      else byFirst.set(first, [...(byFirst.get(first) ?? []), { list, node: node.type === 'word' ? null : node }]);
    }
    if (rest.length > 0) others.push({ list, program: { ...program, node: { type: 'any', of: rest } } });
  });

  return (field) => {
    const found: number[][] = Array.from({ length: field.length }, () => []);
    const add = (word: number, list: number) => {
      const there = found[word];
      if (there && !there.includes(list)) there.push(list);
    };
    for (const terminal of field.terminals) {
      const entries = byFirst.get(terminal);
      const bits = field.bits[terminal];
      if (!entries || !bits) continue;
      for (const word of positionsOf(bits, field.length)) {
        for (const { list, node } of entries) {
          if (node === null || matchAt({ node }, field, word, field.length) > word) add(word, list);
        }
      }
    }
    for (const { list, program } of others) {
      for (const { from } of matchesOf([program], field, { from: 0, to: field.length })) add(from, list);
    }
    return found;
  };
}

function alternativesOf(node: PatternNode): readonly PatternNode[] {
  return node.type === 'any' ? node.of.flatMap(alternativesOf) : [node];
}

/** The terminal that every match of this part starts with; null when there is no single one. */
function firstOf(node: PatternNode): number | null {
  if (node.type === 'word') return node.terminal;
  const [first] = node.type === 'sequence' ? node.parts : [];
  return first?.type === 'word' ? first.terminal : null;
}
