import type { Example } from '../../../content/schema/example.ts';
import type { Locale } from '../../../content/schema/locale.ts';
import { MOVES, type Move } from '../../../content/schema/move.ts';
import type { Analysis } from '../analysis.ts';
import type { LanguageRecognizer } from '../createRecognizer.ts';
import { asTypedInHaste } from './asTypedInHaste.ts';
import { BUCKETS, type Features, type Sights } from './createFeatures.ts';
import { evidenceIn } from './evidence.ts';
import { type Case, fitJudge } from './fitJudge.ts';
import { createLayeredScorer } from './layeredModel.ts';
import { lessonsFrom, movesOf } from './lessonsFrom.ts';
import type { MoveModel } from './moveModel.ts';
import { type LayeredTraining, trainLayers } from './trainLayers.ts';
import { type Training, trainModel } from './trainModel.ts';

/** Many teachers type without capitals and marks: each turn is learned that way too, for less. */
const HASTY_WEIGHT = 0.5;
const MOST_FOLDS = 5;
const TRAINING: Training = { buckets: BUCKETS, rounds: 12, rate: 0.3, shrink: 0.0005 };
const LAYERS: LayeredTraining = { size: 64, rounds: 8, rate: 0.05, fewest: 22, unitsOut: 0.3, featuresOut: 0.2 };

/** What there is to learn from in one language. */
export interface Lessons {
  /** Turns with their labels in place, by several writers. */
  readonly examples: readonly Example[];
  /** Turns that the cues were made with: they teach words, but not how far cues can be believed. */
  readonly known: readonly Example[];
}

/**
 * Learns from labelled turns of one language. The judge learns from turns whose writer the other models have not seen:
 * the writers are dealt into groups, and for each group those models are made of all others. At last they are made of everything.
 */
export function learnMoveModel(
  { examples, known }: Lessons,
  locale: Locale,
  rules: Pick<LanguageRecognizer, 'analyse' | 'movesByRules'>,
  sights: Sights,
): MoveModel {
  const take = (example: Example) => {
    const analysis = rules.analyse(example.text, locale);
    const hasty = rules.analyse(asTypedInHaste(example.text), locale);
    const lessonsBy = (features: Features) => [
      ...lessonsFrom(example, analysis, features),
      ...lessonsFrom(example, hasty, features).map((lesson) => ({ ...lesson, weight: lesson.weight * HASTY_WEIGHT })),
    ];
    const lessons = { words: lessonsBy(sights.words), phrases: lessonsBy(sights.phrases) };
    return { example, analysis, lessons, writer: writerOf(example) };
  };
  const taken = examples.map(take);
  const always = known.map(take);
  const learn = (some: typeof taken) => {
    const lessons = [...some, ...always].map((one) => one.lessons);
    const words = lessons.flatMap((one) => one.words);
    const phrases = lessons.flatMap((one) => one.phrases);
    return { words: trainModel(words, MOVES, TRAINING), phrases: trainLayers(phrases, MOVES, LAYERS) };
  };
  const casesOf = (some: typeof taken, { words, phrases }: ReturnType<typeof learn>): readonly Case[] => {
    const voters = { sights, words, phrases: createLayeredScorer(phrases) };
    return some.map(({ example, analysis }) => ({
      sentences: evidenceIn(analysis, rules.movesByRules(analysis), voters).map(({ values, sentence }) => ({
        values,
        moves: movesOf(example, analysis, sentence),
      })),
      moves: new Set<Move>(example.spans.map(({ move }) => move)),
    }));
  };

  const writers = [...new Set(taken.map(({ writer }) => writer))];
  const folds = Math.min(MOST_FOLDS, writers.length);
  const cases = Array.from({ length: folds }, (_, fold) => {
    const isIn = ({ writer }: (typeof taken)[number]) => writers.indexOf(writer) % folds === fold;
    const others = learn(taken.filter((one) => !isIn(one)));
    return casesOf(taken.filter(isIn), others);
  }).flat();
  return {
    ...learn(taken),
    judge: fitJudge(cases),
    vocabulary: vocabularyOf([...taken, ...always].map(({ analysis }) => analysis)),
  };
}

/** Files of one writer share a name: `young-children-1.txt` and `young-children-2.txt`. */
export function writerOf({ file }: Example): string {
  return file.replace(/-\d+\.txt$/, '');
}

/** Words used at least twice, the most used first. */
function vocabularyOf(analyses: readonly Analysis[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { tokens, kinds } of analyses) {
    tokens.forEach(({ form }, word) => {
      if (!kinds[word] && /^[a-z]+$/.test(form)) counts.set(form, (counts.get(form) ?? 0) + 1);
    });
  }
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort(([a, some], [b, more]) => more - some || (a < b ? -1 : 1))
    .map(([form]) => form);
}

/** A turn of which the moves are known, with each move in the sentences where the rules find it, or else in all of it. */
export function placeMoves(
  { text, moves }: { readonly text: string; readonly moves: readonly Move[] },
  locale: Locale,
  rules: Pick<LanguageRecognizer, 'analyse' | 'movesByRules'>,
): Example {
  const found = rules.movesByRules(rules.analyse(text, locale));
  const spans = moves.flatMap((move) => {
    const places = found.filter((one) => one.move === move).map(({ start, end }) => ({ move, start, end }));
    return places.length > 0 ? places : [{ move, start: 0, end: text.length }];
  });
  return { locale, file: '', line: 0, talk: '', text, spans, unlike: null };
}
