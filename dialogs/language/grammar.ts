import type { Cue, CueLexicon, RuleList, Words } from '../../content/schema/cue.ts';
import { RULE_LISTS } from '../../content/schema/cue.ts';
import type { Hearing, QuestionTopic, Statement } from '../../content/schema/hearing.ts';
import type { Locale } from '../../content/schema/locale.ts';
import type { Sign } from '../../content/schema/sign.ts';
import type { CompiledPatterns } from './compileLexicon.ts';
import { createTypoCorrector } from './correctTypos.ts';
import type { Program } from './pattern/compilePatterns.ts';
import { createField } from './pattern/createField.ts';
import type { WordField } from './pattern/matchPatterns.ts';
import { createTerminals } from './pattern/terminals.ts';
import { createWordKeys } from './pattern/wordKeys.ts';
import { remember } from './remember.ts';
import type { Token } from './token.ts';
import { wordsInPattern } from './wordsInPattern.ts';

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
  readonly statements: readonly Heard<Statement>[];
  readonly signs: readonly Heard<Sign>[];
  /** Regular expressions for what is shown of one voice to another; `<voice>` is any of them. */
  readonly between: NonNullable<Hearing['between']>;
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

/** The grammar of one language, from its content and the patterns that were compiled from that. */
export function createGrammar(
  { words, cues, hearing }: CueLexicon['locales'][Locale],
  compiled: CompiledPatterns,
): Grammar {
  const keys = createWordKeys(words.same, words.locale);
  const known = createTerminals(compiled.terminals);
  const negations = new Set(words.lists['negation'] ?? []);
  const patterns = cues.flatMap((cue, index) => patternsOf(cue, compiled.cues[index]));
  const heardBy = (programs: readonly Program[] = []) => ({ programs });
  const topics = hearing.topics.map(({ topic, apart }, at) => ({
    name: topic,
    apart,
    ...heardBy(compiled.topics[at]),
  }));
  const statements = hearing.statements.map(({ statement }, at) => ({
    name: statement,
    ...heardBy(compiled.statements[at]),
  }));
  const signs = hearing.signs.map(({ sign }, at) => ({ name: sign, ...heardBy(compiled.signs[at]) }));
  const byAnchor = indexByAnchor(patterns);
  const single = new Map(RULE_LISTS.map((name) => [name, new Set(words.lists[name])]));
  const correct = whenFirstAsked(() => createTypoCorrector(wordsIn(words, cues).toSorted()));
  const keysOf = keys.ofSpoken;
  const terminalsOf = remember(lookUp);

  function patternsOf(cue: Cue, programs: CompiledPatterns['cues'][number] | undefined): readonly CuePattern[] {
    const compiledCue = { cue, with: programs?.with ?? [], without: programs?.without ?? [] };
    return (programs?.say ?? []).map((program, at) => {
      const pattern = cue.say[at] ?? '';
      const hasNegation = cue.negated || pattern.split(/[^\p{L}']+/u).some((word) => negations.has(word));
      return { cue: compiledCue, pattern, program, hasNegation };
    });
  }

  function lookUp(form: string): readonly number[] {
    const found = known.holding(form, keysOf(form));
    if (found.length > 0) return found;
    const meant = correct()(form);
    return meant ? known.holding(meant, keysOf(meant)) : [];
  }

  return {
    locale: words.locale,
    reasons: words.reasons,
    patterns,
    topics,
    statements,
    signs,
    between: hearing.between ?? [],
    list: (name) => compiled.lists[name],
    patternsAt: (terminal) => byAnchor.get(terminal) ?? [],
    isIn: (list, form) => single.get(list)?.has(form) ?? false,
    keysOf,
    knows: remember((form) => known.knows(form, keysOf(form))),
    fieldOf: (tokens, kinds) => createField({ count: known.count, terminalsOf }, tokens, kinds),
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
  const spoken = patterns.flatMap(wordsInPattern);
  return [...spoken, ...words.same.flat()];
}
