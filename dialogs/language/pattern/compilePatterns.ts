import type { Contractions } from '../tokenize.ts';
import { parsePattern } from './parsePattern.ts';
import { PatternError, type PatternNode, type PatternSyntax } from './patternNode.ts';
import { createTerminals, type Terminals } from './terminals.ts';

/** Most words that one match can span; it fits the bits of a number. */
export const LONGEST_MATCH = 30;

/** A pattern that is ready to be matched. */
export interface Program {
  readonly node: PatternNode;
  /** Any match holds one of these terminals, at most `before` words from its start. */
  readonly anchors: readonly number[];
  readonly before: number;
  /** Any match holds all of these terminals. */
  readonly needs: readonly number[];
  /** Where it matches depends on where clauses start or end, not on the words alone. */
  readonly isPlaced: boolean;
}

export interface PatternSource {
  readonly contractions: Contractions;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly keysOf: (word: string) => readonly string[];
}

/** Compiles patterns that share lists and words. */
export interface PatternCompiler {
  /** Throws `PatternError`. */
  compile(pattern: string): Program;
  readonly terminals: Terminals;
}

/** Names that stand for a kind of word rather than for a list. */
const BUILT_IN: readonly string[] = ['child', 'name', 'number'];

export function createPatternCompiler({ contractions, lists, keysOf }: PatternSource): PatternCompiler {
  const terminals = createTerminals();
  const resolved = new Map<string, PatternNode>();
  const singleWords = new Map<string, readonly string[] | null>();

  function resolve(syntax: PatternSyntax, pattern: string, inside: readonly string[]): PatternNode {
    switch (syntax.type) {
      case 'word':
      case 'list': {
        const keys = keysIn(syntax, pattern, inside);
        return keys ? { type: 'word', terminal: terminals.of(keys) } : resolveList(syntax, pattern, inside);
      }
      case 'not': {
        const keys = keysIn(syntax.part, pattern, inside);
        if (!keys) throw new PatternError(pattern, '"!" takes single words');
        return { type: 'not', terminal: terminals.of(keys) };
      }
      case 'any': {
        const keys = keysIn(syntax, pattern, inside);
        if (keys) return { type: 'word', terminal: terminals.of(keys) };
        return { type: 'any', of: syntax.of.map((part) => resolve(part, pattern, inside)) };
      }
      case 'sequence':
        return { type: 'sequence', parts: syntax.parts.map((part) => resolve(part, pattern, inside)) };
      case 'optional':
        return { type: 'optional', part: resolve(syntax.part, pattern, inside) };
      default:
        return syntax;
    }
  }

  /** The keys of a part that is a choice of single words; undefined when it is anything else. */
  function keysIn(syntax: PatternSyntax, pattern: string, inside: readonly string[]): readonly string[] | undefined {
    if (syntax.type === 'word') return wordKeys(syntax);
    if (syntax.type === 'list') return keysOfList(syntax.name, pattern, inside);
    if (syntax.type === 'any') return together(syntax.of.map((part) => keysIn(part, pattern, inside)));
    return undefined;
  }

  function keysOfList(name: string, pattern: string, inside: readonly string[]): readonly string[] | undefined {
    if (BUILT_IN.includes(name)) return [`@${name}`];
    const known = singleWords.get(name);
    if (known !== undefined) return known ?? undefined;

    const entries = entriesOf(name, pattern, inside);
    const keys = together(entries.map((entry) => keysIn(parsePattern(entry, contractions), entry, [...inside, name])));
    singleWords.set(name, keys ?? null);
    return keys;
  }

  function wordKeys({ word, match }: PatternSyntax & { type: 'word' }): readonly string[] {
    if (match === 'exact') return [`=${word}`];
    return match === 'prefix' ? [`${word}*`] : keysOf(word);
  }

  function resolveList(syntax: PatternSyntax, pattern: string, inside: readonly string[]): PatternNode {
    if (syntax.type !== 'list') throw new PatternError(pattern, 'not a word');
    const known = resolved.get(syntax.name);
    if (known) return known;

    const within = [...inside, syntax.name];
    const of = entriesOf(syntax.name, pattern, inside).map((entry) =>
      resolve(parsePattern(entry, contractions), entry, within),
    );
    const node: PatternNode = { type: 'any', of: joinWords(of) };
    resolved.set(syntax.name, node);
    return node;
  }

  /** Single words of a list with phrases become one place, so that a long list costs no more than a short one. */
  function joinWords(of: readonly PatternNode[]): readonly PatternNode[] {
    const words = of.filter((node) => node.type === 'word');
    if (words.length < 2) return of;
    const keys = words.flatMap(({ terminal }) => terminals.keysOf(terminal));
    return [{ type: 'word', terminal: terminals.of(keys) }, ...of.filter((node) => node.type !== 'word')];
  }

  function entriesOf(name: string, pattern: string, inside: readonly string[]): readonly string[] {
    if (inside.includes(name)) throw new PatternError(pattern, `the list <${name}> holds itself`);
    const entries = Object.hasOwn(lists, name) ? lists[name] : undefined;
    if (!entries) throw new PatternError(pattern, `there is no list <${name}>`);
    return entries;
  }

  return {
    terminals,
    compile(pattern) {
      const node = resolve(parsePattern(pattern, contractions), pattern, []);
      if (longest(node) > LONGEST_MATCH) throw new PatternError(pattern, `spans more than ${LONGEST_MATCH} words`);
      const anchor = anchorOf(node, terminals);
      if (!anchor) throw new PatternError(pattern, 'needs at least one word that must be there');
      return {
        node,
        anchors: [...new Set(anchor.anchors)],
        before: anchor.before,
        needs: needsOf(node),
        isPlaced: isPlaced(node),
      };
    },
  };
}

function together(keys: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  return keys.every((some) => some !== undefined) ? keys.flat() : undefined;
}

function needsOf(node: PatternNode): readonly number[] {
  if (node.type === 'word') return [node.terminal];
  return node.type === 'sequence' ? node.parts.flatMap(needsOf) : [];
}

function isPlaced(node: PatternNode): boolean {
  switch (node.type) {
    case 'start':
    case 'end':
      return true;
    case 'sequence':
      return node.parts.some(isPlaced);
    case 'any':
      return node.of.some(isPlaced);
    case 'optional':
      return isPlaced(node.part);
    default:
      return false;
  }
}

function longest(node: PatternNode): number {
  switch (node.type) {
    case 'word':
      return 1;
    case 'gap':
      return node.most;
    case 'sequence':
      return node.parts.reduce((sum, part) => sum + longest(part), 0);
    case 'any':
      return Math.max(...node.of.map(longest));
    case 'optional':
      return longest(node.part);
    default:
      return 0;
  }
}

interface Anchor {
  readonly anchors: readonly number[];
  readonly before: number;
  readonly cost: number;
}

/** The rarest words that every match must hold: matching starts there. */
function anchorOf(node: PatternNode, terminals: Terminals): Anchor | undefined {
  if (node.type === 'word') {
    return { anchors: [node.terminal], before: 0, cost: terminals.costOf(node.terminal) };
  }
  if (node.type === 'any') {
    const all = node.of.map((part) => anchorOf(part, terminals));
    if (!all.every((anchor) => anchor !== undefined)) return undefined;
    return {
      anchors: all.flatMap(({ anchors }) => anchors),
      before: Math.max(...all.map(({ before }) => before)),
      cost: all.reduce((sum, { cost }) => sum + cost, 0),
    };
  }
  if (node.type !== 'sequence') return undefined;

  let best: Anchor | undefined;
  let before = 0;
  for (const part of node.parts) {
    const anchor = anchorOf(part, terminals);
    if (anchor && (!best || anchor.cost < best.cost)) best = { ...anchor, before: before + anchor.before };
    before += longest(part);
  }
  return best;
}
