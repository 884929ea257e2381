import { type CueLexicon, RULE_LISTS, type RuleList } from '../../content/schema/cue.ts';
import type { Locale } from '../../content/schema/locale.ts';
import { createPatternCompiler, type Program } from './pattern/compilePatterns.ts';
import { createWordKeys } from './pattern/wordKeys.ts';
import type { Contractions } from './tokenize.ts';

/** The patterns of one language, compiled. Plain JSON, so that it can be kept: compiling is slow. */
export interface CompiledPatterns {
  /** The keys of each terminal. */
  readonly terminals: readonly (readonly string[])[];
  readonly lists: Readonly<Record<RuleList, Program>>;
  /** Beside the cues of the lexicon. */
  readonly cues: readonly Readonly<Record<'say' | 'with' | 'without', readonly Program[]>>[];
  /** Beside the topics, statements and signs of the lexicon. */
  readonly topics: readonly (readonly Program[])[];
  readonly statements: readonly (readonly Program[])[];
  readonly signs: readonly (readonly Program[])[];
}

export type CompiledLexicon = Readonly<Record<Locale, CompiledPatterns>>;

/** Compiles every pattern in the lexicon. Throws `PatternError` on one that cannot be read. */
export function compileLexicon(lexicon: CueLexicon): CompiledLexicon {
  const { nl, en } = lexicon.locales;
  const contractions = contractionsOf(lexicon);
  return { nl: compilePatterns(nl, contractions), en: compilePatterns(en, contractions) };
}

/** The short forms of both languages; a Dutch one goes before an English one. */
export function contractionsOf({ locales: { nl, en } }: CueLexicon): Contractions {
  return { ...en.words.contractions, ...nl.words.contractions };
}

function compilePatterns(
  { words, cues, hearing }: CueLexicon['locales'][Locale],
  contractions: Contractions,
): CompiledPatterns {
  const { ofAsked } = createWordKeys(words.same, words.locale);
  const compiler = createPatternCompiler({ contractions, lists: words.lists, keysOf: ofAsked });
  const programs = (patterns: readonly string[] = []) => patterns.map((pattern) => compiler.compile(pattern));
  const lists = Object.fromEntries(RULE_LISTS.map((name) => [name, compiler.compile(`<${name}>`)]));
  return {
    // Object.fromEntries forgets which keys it was given.
    lists: lists as Record<RuleList, Program>,
    cues: cues.map((cue) => ({ with: programs(cue.with), without: programs(cue.without), say: programs(cue.say) })),
    topics: hearing.topics.map(({ say }) => programs(say)),
    statements: hearing.statements.map(({ say }) => programs(say)),
    signs: hearing.signs.map(({ say }) => programs(say)),
    // Last: compiling makes them.
    terminals: compiler.terminals.all(),
  };
}
