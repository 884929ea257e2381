import type { CueLexicon } from '../../../content/schema/cue.ts';
import type { Lean } from '../../../content/schema/hearing.ts';
import { LOCALES, type Locale } from '../../../content/schema/locale.ts';
import type { RecognizedMove } from '../../engine/reading.ts';
import type { Analysis } from '../analysis.ts';
import { createSights, type Sights } from './createFeatures.ts';
import { type Evidence, evidenceIn, type WordVoters } from './evidence.ts';
import { type JudgedMove, judgeMoves, tellingWords, withoutUnsureContrary } from './judgeMoves.ts';
import { createLayeredScorer } from './layeredModel.ts';
import { leanOf } from './leanOf.ts';
import { logOddsOf } from './linearModel.ts';
import type { Judge, MoveModel } from './moveModel.ts';

/** Judges the moves that cues and rules found, sentence by sentence. */
export interface SentenceJudge {
  /** The moves that stand, and others that are found. */
  readonly movesIn: (analysis: Analysis, found: readonly RecognizedMove[]) => readonly RecognizedMove[];
  /** Where the words lean in which no move is sure enough; undefined when to neither side. */
  readonly leanOf: (analysis: Analysis, found: readonly RecognizedMove[]) => Lean | undefined;
}

interface Learned {
  readonly judge: Judge;
  readonly voters: WordVoters;
}

/** A judge by what was learned; in a language of which nothing was learned, cues and rules have the last word. */
export function createJudge(models: Partial<Readonly<Record<Locale, MoveModel>>>, lexicon: CueLexicon): SentenceJudge {
  const learned = new Map<Locale, Learned>(
    LOCALES.flatMap((locale) => {
      const model = models[locale];
      const { words } = lexicon.locales[locale];
      return model ? [[locale, { judge: model.judge, voters: votersOf(model, createSights(words)) }] as const] : [];
    }),
  );
  if (learned.size === 0) return { movesIn: (_, found) => found, leanOf: () => undefined };

  function movesIn(analysis: Analysis, found: readonly RecognizedMove[]): readonly RecognizedMove[] {
    const judged: JudgedMove[] = [];
    for (const locale of new Set(analysis.sentences.map((sentence) => sentence.locale))) {
      const own = learned.get(locale);
      if (!own) continue;
      for (const evidence of evidenceIn(heardOut(analysis), found, own.voters)) {
        if (evidence.sentence.locale !== locale) continue;
        const because = reasonFor(analysis, evidence, own, lexicon.locales[locale].words.reasons.learned);
        judged.push(...judgeMoves(own.judge, evidence, because));
      }
    }
    return withoutUnsureContrary(judged).toSorted(
      (a, b) => a.start - b.start || a.end - b.end || a.move.localeCompare(b.move),
    );
  }

  return {
    movesIn,
    leanOf(analysis, found) {
      const locale = analysis.sentences.at(-1)?.locale;
      const own = locale && learned.get(locale);
      return own ? leanOf(own.judge, evidenceIn(heardOut(analysis), found, own.voters)) : undefined;
    },
  };
}

/** Sentences of one utterance that are judged; a talk has no turn that long, but a pasted text may. */
const MOST_SENTENCES = 100;

function heardOut(analysis: Analysis): Analysis {
  if (analysis.sentences.length <= MOST_SENTENCES) return analysis;
  return { ...analysis, sentences: analysis.sentences.slice(0, MOST_SENTENCES) };
}

/** What votes beside the cues, by what was learned. */
export function votersOf({ words, phrases }: Pick<MoveModel, 'words' | 'phrases'>, sights: Sights): WordVoters {
  return { sights, words, phrases: createLayeredScorer(phrases) };
}

function reasonFor(analysis: Analysis, { sentence }: Evidence, { voters }: Learned, reason: string) {
  const { words, sights } = voters;
  return (move: RecognizedMove['move']) => {
    const at = words.labels.indexOf(move);
    const telling = tellingWords(analysis, sentence, (word) => {
      const odds = logOddsOf(words, sights.words(analysis, { from: word, to: word + 1 }), at);
      return odds - (words.bias[at] ?? 0);
    });
    return telling ? `${reason} (${telling})` : reason;
  };
}
