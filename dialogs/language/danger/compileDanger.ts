import type { CueLexicon } from '../../../content/schema/cue.ts';
import type { DangerLexicon, DangerWords } from '../../../content/schema/danger.ts';
import type { Locale } from '../../../content/schema/locale.ts';
import { contractionsOf } from '../compileLexicon.ts';
import { createPatternCompiler, type Program } from '../pattern/compilePatterns.ts';
import { createWordKeys } from '../pattern/wordKeys.ts';
import type { Contractions } from '../tokenize.ts';

/** What tells of danger in one language, compiled. Plain JSON, so that it can be kept: compiling is slow. */
export interface CompiledDanger {
  /** The keys of each terminal. */
  readonly terminals: readonly (readonly string[])[];
  /** Beside the dangers of the content; `with` is null when nothing more has to stand in the message. */
  readonly dangers: readonly {
    readonly say: readonly Program[];
    readonly with: readonly Program[] | null;
    readonly without: readonly Program[];
  }[];
  readonly lookAlikes: readonly Program[];
  /** The lists of the content, in their order: what a word is, as far as danger goes. */
  readonly lists: readonly Program[];
}

export type CompiledDangers = Readonly<Record<Locale, CompiledDanger>>;

/** Compiles the words of danger. Throws `PatternError` on a pattern that cannot be read. */
export function compileDanger(danger: DangerLexicon, lexicon: CueLexicon): CompiledDangers {
  const contractions = contractionsOf(lexicon);
  const compiled = (locale: Locale) => compileOne(danger[locale], lexicon.locales[locale].words.same, contractions);
  return { nl: compiled('nl'), en: compiled('en') };
}

function compileOne(
  { locale, lists, dangers, lookAlikes }: DangerWords,
  same: readonly (readonly string[])[],
  contractions: Contractions,
): CompiledDanger {
  const { ofAsked } = createWordKeys(same, locale);
  const compiler = createPatternCompiler({ contractions, lists, keysOf: ofAsked });
  const programs = (patterns: readonly string[] = []) => patterns.map((pattern) => compiler.compile(pattern));
  return {
    dangers: dangers.map((entry) => ({
      say: programs(entry.say),
      with: entry.with ? programs(entry.with) : null,
      without: programs(entry.without),
    })),
    lookAlikes: lookAlikes.flatMap(({ say }) => programs(say)),
    lists: programs(Object.keys(lists).map((name) => `<${name}>`)),
    // Last: compiling makes them.
    terminals: compiler.terminals.all(),
  };
}
