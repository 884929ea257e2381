import type { CueLexicon } from '../../../content/schema/cue.ts';
import { DANGERS, type Danger, type DangerLexicon } from '../../../content/schema/danger.ts';
import { LOCALES, type Locale } from '../../../content/schema/locale.ts';
import { contractionsOf } from '../compileLexicon.ts';
import { foldWord } from '../foldWord.ts';
import type { Match } from '../pattern/matchPatterns.ts';
import { createWordKeys } from '../pattern/wordKeys.ts';
import type { Token } from '../token.ts';
import { tokenize } from '../tokenize.ts';
import { type CompiledDangers, compileDanger } from './compileDanger.ts';
import { createDangerEyes, type DangerEyes } from './createDangerEyes.ts';
import type { DangerMatch } from './createDangerReader.ts';
import { createDangerVoter, type DangerVoter } from './createDangerVoter.ts';
import type { DangerModel } from './dangerModel.ts';

/** Danger in what was typed, and the words that tell of it. */
export interface DangerFound {
  readonly kind: Danger;
  /** What the words tell, as the content says it. */
  readonly why: string;
  /** Place of the words, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/**
 * Finds danger in anything typed, in either language; null when there is none. `inTalk`: whether it is said to a parent in
 * practice. Never throws.
 */
export type DangerDetector = (text: string, inTalk?: boolean) => DangerFound | null;

/** What is known beside the words of danger. */
export interface DangerKnowledge {
  /** Ordinary words, which are never slips of the finger for a word of danger. */
  readonly known?: ReadonlySet<string>;
  /** The words of danger, compiled before. */
  readonly compiled?: CompiledDangers;
  /** What was learned from examples; in a language without it, the patterns have the last word. */
  readonly models?: Partial<Readonly<Record<Locale, DangerModel>>>;
}

const LONGEST = 4_000;

interface Reader {
  readonly eyes: DangerEyes;
  /** Its function words. */
  readonly own: ReadonlySet<string>;
  readonly learned: { readonly vote: DangerVoter; readonly model: DangerModel; readonly why: string } | null;
}

/**
 * Makes a detector from content. It reads a message in each language of which it holds a function word, since a teacher in
 * need types as it comes; of several dangers the first kind in `DANGERS` counts. Patterns and models vote together: the
 * models find what no pattern knows, and a pattern finds what they are nearly sure of; neither has the last word. Throws
 * `PatternError` on a pattern that cannot be read.
 */
export function createDangerDetector(
  danger: DangerLexicon,
  lexicon: CueLexicon,
  { known = new Set(), compiled = compileDanger(danger, lexicon), models = {} }: DangerKnowledge = {},
): DangerDetector {
  const contractions = contractionsOf(lexicon);
  const readers = LOCALES.map((locale): Reader => {
    const { words } = lexicon.locales[locale];
    const model = models[locale];
    return {
      eyes: dangerEyes(locale, danger, lexicon, compiled, known),
      own: new Set(words.lists['function-word']),
      learned: model ? { vote: createDangerVoter(model), model, why: danger[locale].learned } : null,
    };
  });

  return (text, inTalk = false) => {
    const tokens = tokenize(text.slice(0, LONGEST), contractions);
    if (tokens.length === 0) return null;
    const spoken = readers.filter(({ own }) => tokens.some(({ form }) => own.has(form)));
    const heard = spoken.length > 0 ? spoken : readers;
    const found = heard.flatMap((reader) => findIn(reader, tokens, heard, inTalk));
    for (const kind of DANGERS) {
      const first = found.find((one) => one.kind === kind);
      if (first) return { kind, why: first.why, ...placeOf(first.match, tokens) };
    }
    return null;
  };
}

/** The eyes of one language, from content. `known`: ordinary words. */
export function dangerEyes(
  locale: Locale,
  danger: DangerLexicon,
  lexicon: CueLexicon,
  compiled: CompiledDangers,
  known: ReadonlySet<string>,
): DangerEyes {
  const { words } = lexicon.locales[locale];
  const ordinary = { keys: createWordKeys(words.same, locale), known, names: new Set(lexicon.names.map(foldWord)) };
  return createDangerEyes(danger[locale], words, compiled[locale], ordinary);
}

function findIn(
  { eyes, own, learned }: Reader,
  tokens: readonly Token[],
  heard: readonly Reader[],
  inTalk: boolean,
): readonly DangerMatch[] {
  const look = eyes(tokens);
  if (!learned) return look.found;

  const others = heard.filter((other) => other.own !== own).map((other) => other.own);
  const vote = learned.vote(look, (stretch) => others.every((other) => isMainlyOf(own, other, tokens, stretch)));
  if (!vote) return look.found;
  const { threshold, thresholdInTalk } = learned.model;
  if (vote.odds <= (inTalk ? thresholdInTalk : threshold)) return [];
  if (look.found.length > 0) return look.found;
  return [{ kind: vote.kind(), why: learned.why, match: vote.telling() }];
}

/** Whether a stretch has as many function words of a language as of the other; words of both tell nothing. */
function isMainlyOf(
  own: ReadonlySet<string>,
  other: ReadonlySet<string>,
  tokens: readonly Token[],
  { from, to }: Match,
): boolean {
  let lead = 0;
  for (let at = from; at < to; at += 1) {
    const form = tokens[at]?.form ?? '';
    lead += Number(own.has(form)) - Number(other.has(form));
  }
  return lead >= 0;
}

function placeOf({ from, to }: Match, tokens: readonly Token[]): { start: number; end: number } {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}
