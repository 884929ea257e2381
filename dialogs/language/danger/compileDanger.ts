import type { DangerEntry, DangerLexicon, DangerWords } from '../../../content/schema/danger.ts';
import type { CueLexicon } from '../../../content/schema/cue.ts';
import type { Locale } from '../../../content/schema/locale.ts';
import { contractionsOf } from '../compileLexicon.ts';
import { createPatternCompiler, type Program } from '../pattern/compilePatterns.ts';
import { createTerminals, type Terminals } from '../pattern/terminals.ts';
import { createWordKeys, type WordKeys } from '../pattern/wordKeys.ts';
import type { Contractions } from '../tokenize.ts';

/** One sort of danger with its patterns, ready to be matched. */
export interface CompiledDanger extends Pick<DangerEntry, 'kind' | 'why' | 'negated'> {
  readonly say: readonly Program[];
  /** Undefined when nothing more has to stand in the message. */
  readonly with: readonly Program[] | undefined;
  readonly without: readonly Program[];
}

/** What tells of danger in one language, ready to be matched. */
export interface DangerGrammar {
  readonly dangers: readonly CompiledDanger[];
  readonly lookAlikes: readonly Program[];
  readonly negation: ReadonlySet<string>;
  readonly terminals: Terminals;
  readonly keys: WordKeys;
}

/** Compiles the words of danger. Throws `PatternError` on a pattern that cannot be read. */
export function compileDanger(danger: DangerLexicon, lexicon: CueLexicon): Readonly<Record<Locale, DangerGrammar>> {
  const contractions = contractionsOf(lexicon);
  const grammarOf = (locale: Locale) =>
    compileOne(danger[locale], createWordKeys(lexicon.locales[locale].words.same, locale), contractions);
  return { nl: grammarOf('nl'), en: grammarOf('en') };
}

function compileOne(words: DangerWords, keys: WordKeys, contractions: Contractions): DangerGrammar {
  const compiler = createPatternCompiler({ contractions, lists: words.lists, keysOf: keys.ofAsked });
  const programs = (patterns: readonly string[]) => patterns.map((pattern) => compiler.compile(pattern));
  const dangers = words.dangers.map((entry) => ({
    kind: entry.kind,
    why: entry.why,
    negated: entry.negated,
    say: programs(entry.say),
    with: entry.with && programs(entry.with),
    without: programs(entry.without ?? []),
  }));
  const lookAlikes = words.lookAlikes.flatMap(({ say }) => programs(say));
  return {
    dangers,
    lookAlikes,
    negation: new Set(words.negation),
    terminals: createTerminals(compiler.terminals.all()),
    keys,
  };
}
