import type { CueLexicon } from '../../../content/schema/cue.ts';
import { DANGERS, type Danger, type DangerLexicon } from '../../../content/schema/danger.ts';
import { LOCALES } from '../../../content/schema/locale.ts';
import { contractionsOf } from '../compileLexicon.ts';
import { foldWord } from '../foldWord.ts';
import type { Match } from '../pattern/matchPatterns.ts';
import { createWordKeys } from '../pattern/wordKeys.ts';
import type { Token } from '../token.ts';
import { tokenize } from '../tokenize.ts';
import { type CompiledDangers, compileDanger } from './compileDanger.ts';
import { createDangerReader } from './createDangerReader.ts';

/** Danger in what was typed, and the words that tell of it. */
export interface DangerFound {
  readonly kind: Danger;
  /** What the words tell, as the content says it. */
  readonly why: string;
  /** Place of the words, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** Finds danger in anything typed, in either language; null when there is none. Never throws. */
export type DangerDetector = (text: string) => DangerFound | null;

const LONGEST = 4_000;

/**
 * Makes a detector from content. It reads a message in each language of which it holds a function word, since a teacher in
 * need types as it comes; of several dangers the first kind in `DANGERS` counts. `known`: ordinary words, which are never slips of the finger for
 * a word of danger; `compiled`: the dangers, compiled before. Throws `PatternError` on a pattern that cannot be read.
 */
export function createDangerDetector(
  danger: DangerLexicon,
  lexicon: CueLexicon,
  known: ReadonlySet<string> = new Set(),
  compiled: CompiledDangers = compileDanger(danger, lexicon),
): DangerDetector {
  const contractions = contractionsOf(lexicon);
  const names = new Set(lexicon.names.map(foldWord));
  const readers = LOCALES.map((locale) => {
    const { words } = lexicon.locales[locale];
    const own = new Set(words.lists['function-word']);
    const keys = createWordKeys(words.same, locale);
    const read = createDangerReader(danger[locale], compiled[locale], { keys, known, names });
    return { own, read };
  });

  return (text) => {
    const tokens = tokenize(text.slice(0, LONGEST), contractions);
    if (tokens.length === 0) return null;
    const spoken = readers.filter(({ own }) => tokens.some(({ form }) => own.has(form)));
    const found = (spoken.length > 0 ? spoken : readers).flatMap(({ read }) => read(tokens));
    for (const kind of DANGERS) {
      const first = found.find((one) => one.kind === kind);
      if (first) return { kind, why: first.why, ...placeOf(first.match, tokens) };
    }
    return null;
  };
}

function placeOf({ from, to }: Match, tokens: readonly Token[]): { start: number; end: number } {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}
