import type { Cue, CueLexicon, RuleList, Words } from '../../content/schema/cue.ts';
import { RULE_LISTS } from '../../content/schema/cue.ts';
import type { QuestionTopic } from '../../content/schema/hearing.ts';
import type { Locale } from '../../content/schema/locale.ts';
import type { Sign } from '../../content/schema/sign.ts';
import { createTypoCorrector } from './correctTypos.ts';
import { createPatternCompiler, type Program } from './pattern/compilePatterns.ts';
import { emptyBits, setBit, type WordField } from './pattern/matchPatterns.ts';
import { createWordKeys } from './pattern/wordKeys.ts';
import { remember } from './remember.ts';
import type { Token } from './token.ts';
import type { Contractions } from './tokenize.ts';

/** One pattern of one cue. */
export interface CuePattern {
  readonly cue: CompiledCue;
  readonly pattern: string;
  readonly program: Program;
  /** The pattern itself holds a word like "niet". */
  readonly hasNegation: boolean;
}

export interface CompiledCue {
  readonly cue: Cue;
  readonly with: readonly Program[];
  readonly without: readonly Program[];
}

/** Patterns of which one must stand in the words for what they are about. */
export interface Heard<Name> {
  readonly name: Name;
  readonly programs: readonly Program[];
}

/** The cues, words and patterns of one language, ready to use. */
export interface Grammar {
  readonly locale: Locale;
  readonly reasons: Words['reasons'];
  readonly patterns: readonly CuePattern[];
  readonly topics: readonly (Heard<QuestionTopic> & { readonly apart: boolean })[];
  readonly signs: readonly Heard<Sign>[];
  readonly list: (name: RuleList) => Program;
  /** Indexes into `patterns` by the terminal they hang on. */
  readonly patternsAt: (terminal: number) => readonly number[];
  /** Whether the word alone is in a list of single words. */
  readonly isIn: (list: RuleList, form: string) => boolean;
  /** The keys by which two folded words are the same word. */
  readonly keysOf: (form: string) => readonly string[];
  /** Whether any pattern or list holds the word; slips of the finger are not forgiven. */
  readonly knows: (form: string) => boolean;
  fieldOf(tokens: readonly Token[], kinds: readonly (WordKind | undefined)[]): WordField;
}

/** Kinds of word that patterns can ask for by name: `<child>`, `<name>`, `<number>`. */
export type WordKind = 'child' | 'name' | 'number';

/** Compiles the content of one language. Throws `PatternError` on a pattern that cannot be read. */
export function createGrammar(
  { words, cues, hearing }: CueLexicon['locales'][Locale],
  contractions: Contractions,
): Grammar {
  const keys = createWordKeys(words.same, words.locale);
  const compiler = createPatternCompiler({ contractions, lists: words.lists, keysOf: keys.ofAsked });
  const lists = new Map(RULE_LISTS.map((name) => [name, compiler.compile(`<${name}>`)]));
  const negations = new Set(words.lists['negation'] ?? []);
  const patterns = cues.flatMap((cue) => compileCue(cue));
  const programsOf = (say: readonly string[]) => say.map((pattern) => compiler.compile(pattern));
  const topics = hearing.topics.map(({ topic, apart, say }) => ({ name: topic, apart, programs: programsOf(say) }));
  const signs = hearing.signs.map(({ sign, say }) => ({ name: sign, programs: programsOf(say) }));
  const byAnchor = indexByAnchor(patterns);
  const single = new Map(RULE_LISTS.map((name) => [name, new Set(words.lists[name])]));
  const correct = whenFirstAsked(() => createTypoCorrector(wordsIn(words, cues).toSorted()));
  const keysOf = keys.ofSpoken;
  const terminalsOf = remember(lookUp);

  function compileCue(cue: Cue): readonly CuePattern[] {
    const compile = (pattern: string) => compiler.compile(pattern);
    const compiled = { cue, with: (cue.with ?? []).map(compile), without: (cue.without ?? []).map(compile) };
    return cue.say.map((pattern) => {
      const hasNegation = cue.negated || pattern.split(/[^\p{L}']+/u).some((word) => negations.has(word));
      return { cue: compiled, pattern, program: compile(pattern), hasNegation };
    });
  }

  function lookUp(form: string): readonly number[] {
    const found = compiler.terminals.holding(form, keysOf(form));
    if (found.length > 0) return found;
    const meant = correct()(form);
    return meant ? compiler.terminals.holding(meant, keysOf(meant)) : [];
  }

  return {
    locale: words.locale,
    reasons: words.reasons,
    patterns,
    topics,
    signs,
    list: (name) => lists.get(name) ?? compiler.compile(`<${name}>`),
    patternsAt: (terminal) => byAnchor.get(terminal) ?? [],
    isIn: (list, form) => single.get(list)?.has(form) ?? false,
    keysOf,
    knows: remember((form) => compiler.terminals.knows(form, keysOf(form))),
    fieldOf(tokens, kinds) {
      const bits: (Uint32Array | undefined)[] = new Array(compiler.terminals.count);
      const terminals: number[] = [];
      const put = (terminal: number, position: number) => {
        let row = bits[terminal];
        if (!row) {
          row = emptyBits(tokens.length);
          bits[terminal] = row;
          terminals.push(terminal);
        }
        setBit(row, position);
      };
      tokens.forEach(({ form }, position) => {
        const kind = kinds[position];
        for (const terminal of terminalsOf(form)) put(terminal, position);
        if (kind) for (const terminal of terminalsOf(`@${kind}`)) put(terminal, position);
      });
      const clauseStarts = emptyBits(tokens.length);
      return {
        length: tokens.length,
        bits,
        terminals: terminals.sort((a, b) => a - b),
        clauseStarts,
        clauseEnds: emptyBits(tokens.length),
      };
    },
  };
}

/** Typos are rare in a first turn, and their index takes a while to make. */
function whenFirstAsked<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function indexByAnchor(patterns: readonly CuePattern[]): ReadonlyMap<number, readonly number[]> {
  const index = new Map<number, number[]>();
  patterns.forEach(({ program }, at) => {
    for (const anchor of program.anchors) {
      const some = index.get(anchor);
      if (some) some.push(at);
      else index.set(anchor, [at]);
    }
  });
  return index;
}

/** All words that any pattern or list asks for. */
function wordsIn(words: Words, cues: readonly Cue[]): readonly string[] {
  const patterns = [...Object.values(words.lists).flat(), ...cues.flatMap(({ say }) => say)];
  const spoken = patterns.flatMap((pattern) => pattern.replace(/<[^>]*>|\S*\*/g, ' ').match(/\p{L}+/gu) ?? []);
  return [...spoken, ...words.same.flat()];
}
