import { LONGEST_MATCH, type Program } from './compilePatterns.ts';
import type { PatternNode } from './patternNode.ts';

/** The words of an utterance as patterns see them. */
export interface WordField {
  readonly length: number;
  /** Positions of the words in each terminal, as bits; position n is bit n % 32 of element n / 32. */
  readonly bits: readonly (Uint32Array | undefined)[];
  /** The terminals that hold any word, in ascending order. */
  readonly terminals: readonly number[];
  /** Words at which a clause starts, and the positions just after its last word. */
  readonly clauseStarts: Uint32Array;
  readonly clauseEnds: Uint32Array;
}

/** Where a pattern matched: from the first word up to, not including, the word at `to`. */
export interface Match {
  readonly from: number;
  readonly to: number;
}

/** Empty bits for so many words, with room to look beyond the last. */
export function emptyBits(words: number): Uint32Array {
  return new Uint32Array((words >>> 5) + 3);
}

export function setBit(bits: Uint32Array, position: number): void {
  bits[position >>> 5] = (bits[position >>> 5] ?? 0) | (1 << (position & 31));
}

/** The 32 bits from this position on. */
function windowOf(bits: Uint32Array | undefined, position: number): number {
  if (!bits) return 0;
  const low = bits[position >>> 5] ?? 0;
  const shift = position & 31;
  return shift === 0 ? low : (low >>> shift) | ((bits[(position >>> 5) + 1] ?? 0) << (32 - shift));
}

/** Whether the words that a program cannot do without are there at all: most often they are not, and that is soon seen. */
export function mayMatch({ needs, anchors }: Program, { bits }: WordField): boolean {
  for (const terminal of needs) if (!bits[terminal]) return false;
  return needs.length > 0 || anchors.some((terminal) => bits[terminal]);
}

/** Where a match can start: shortly before a word that every match holds. */
export function startsOf(program: Program, field: WordField): Iterable<number> {
  const starts = new Set<number>();
  if (!mayMatch(program, field)) return starts;
  for (const anchor of program.anchors) {
    const row = field.bits[anchor];
    if (!row) continue;
    for (const word of positionsOf(row, field.length)) {
      for (let from = Math.max(0, word - program.before); from <= word; from += 1) starts.add(from);
    }
  }
  return starts;
}

/** The positions whose bits are set, in order, up to so many words. */
export function positionsOf(bits: Uint32Array, length: number): readonly number[] {
  const positions: number[] = [];
  for (let at = 0; at < bits.length; at += 1) {
    for (let rest = bits[at] ?? 0; rest !== 0; rest &= rest - 1) {
      const position = at * 32 + 31 - Math.clz32(rest & -rest);
      if (position < length) positions.push(position);
    }
  }
  return positions;
}

/**
 * Matches a program from one word on, not beyond `limit`. Returns the end of the shortest match, or -1.
 * Every part turns one set of positions into the next, so the work is bounded by the size of the pattern.
 */
export function matchAt({ node }: Pick<Program, 'node'>, field: WordField, start: number, limit: number): number {
  const room = Math.min(LONGEST_MATCH, limit - start);
  if (room < 1) return -1;
  const ends = advance(node, field, start, -1 >>> (LONGEST_MATCH + 1 - room), 1);
  return ends === 0 ? -1 : start + 31 - Math.clz32(ends & -ends);
}

function advance(node: PatternNode, field: WordField, start: number, within: number, from: number): number {
  switch (node.type) {
    case 'word':
      return ((from & windowOf(field.bits[node.terminal], start)) << 1) & within;
    case 'not':
      return from & ~windowOf(field.bits[node.terminal], start);
    case 'start':
      return from & windowOf(field.clauseStarts, start);
    case 'end':
      return from & windowOf(field.clauseEnds, start);
    case 'gap':
      return spread(from, node.most) & within;
    case 'optional':
      return from | advance(node.part, field, start, within, from);
    case 'any':
      return advanceAny(node.of, field, start, within, from);
    case 'sequence': {
      let at = from;
      for (const part of node.parts) {
        at = advance(part, field, start, within, at);
        if (at === 0) return 0;
      }
      return at;
    }
  }
}

function advanceAny(of: readonly PatternNode[], field: WordField, start: number, within: number, from: number): number {
  let ends = 0;
  for (const part of of) ends |= advance(part, field, start, within, from);
  return ends;
}

function spread(from: number, most: number): number {
  let reached = from;
  for (let step = 0; step < most; step += 1) reached |= reached << 1;
  return reached;
}
