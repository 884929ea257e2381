import type { DangerExample } from '../../../content/readDangerExamples.ts';
import type { DangerLessons } from '../../../content/readDangerLessons.ts';
import { BUCKETS } from '../model/createFeatures.ts';
import type { Voters } from '../model/storeVoters.ts';
import { type LayeredTraining, trainLayers } from '../model/trainLayers.ts';
import { type Lesson, type Training, trainModel } from '../model/trainModel.ts';
import type { Token } from '../token.ts';
import type { DangerEyes, DangerLook } from './createDangerEyes.ts';
import { createDangerVoter } from './createDangerVoter.ts';
import { DANGER_LABELS, type DangerLabel, type DangerModel } from './dangerModel.ts';
import type { DangerSight } from './dangerSights.ts';

const TRAINING: Training = { buckets: BUCKETS, rounds: 12, rate: 0.3, shrink: 0.0005 };
const LAYERS: LayeredTraining = { size: 16, rounds: 5, rate: 0.05, fewest: 8, unitsOut: 0.3, featuresOut: 0.3 };
/** Dangers are few, and one that is missed is worse than one stop too many. */
const DANGER_WEIGHT = 2;
const ORDINARY_WEIGHT = 0.5;
/** Of what its writers had no part in learning and no pattern stops, at most so much is stopped for nothing. */
const MOST_STOPPED = { lookAlikes: 0.05, ordinary: 0.004 };
const ORDINARY_FOLDS = 3;

interface Taken {
  readonly kind: DangerExample['kind'];
  readonly writer: string;
  readonly isOrdinary: boolean;
  readonly look: DangerLook;
  readonly lessons: {
    readonly words: readonly Lesson<DangerLabel>[];
    readonly phrases: readonly Lesson<DangerLabel>[];
  };
}

/**
 * Learns from phrasings of one language and from ordinary turns; ordinary turns in which a pattern sees danger are left
 * out. The threshold is set on phrasings whose writer the models had not seen: each writer in turn is left out.
 */
export function learnDangerModel(
  { examples, ordinary }: DangerLessons,
  eyes: DangerEyes,
  tokensOf: (text: string) => readonly Token[],
): DangerModel {
  const taken = [
    ...examples.map(({ kind, text, writer }) => take(kind, writer, eyes(tokensOf(text)), false)),
    ...ordinary
      .map(({ text, writer }) => take('none', writer, eyes(tokensOf(text)), true))
      .filter(({ look }) => look.found.length === 0),
  ];
  return { ...learn(taken), threshold: thresholdFor(scoresByOthers(taken)) };
}

function take(kind: DangerExample['kind'], writer: string, look: DangerLook, isOrdinary: boolean): Taken {
  const lessons = { words: lessonsOf('words'), phrases: lessonsOf('phrases') };
  return { kind, writer, isOrdinary, look, lessons };

  /** Danger may be told in any part of a message, so a message of danger is learned as a whole; one of nothing, in each part too. */
  function lessonsOf(view: keyof DangerSight): readonly Lesson<DangerLabel>[] {
    const { tokens, stretches, sight } = look;
    if (kind === 'none') {
      const weight = isOrdinary ? ORDINARY_WEIGHT : 1;
      return stretches.map((stretch) => ({ features: sight[view](stretch), labels: new Set(), weight }));
    }
    const features = sight[view]({ from: 0, to: tokens.length });
    return [{ features, labels: new Set<DangerLabel>(['danger', kind]), weight: DANGER_WEIGHT }];
  }
}

function learn(taken: readonly Taken[]): Voters<DangerLabel> {
  const words = taken.flatMap(({ lessons }) => lessons.words);
  const phrases = taken.flatMap(({ lessons }) => lessons.phrases);
  return { words: trainModel(words, DANGER_LABELS, TRAINING), phrases: trainLayers(phrases, DANGER_LABELS, LAYERS) };
}

interface Scored {
  readonly isOrdinary: boolean;
  readonly odds: number;
}

/** What is harmless to the patterns, scored by models that learned from other writers; ordinary turns are dealt over the same folds. */
function scoresByOthers(taken: readonly Taken[]): readonly Scored[] {
  const writers = [...new Set(taken.filter(({ isOrdinary }) => !isOrdinary).map(({ writer }) => writer))];
  const files = [...new Set(taken.filter(({ isOrdinary }) => isOrdinary).map(({ writer }) => writer))];
  return writers.flatMap((left, fold) => {
    const isLeft = ({ writer, isOrdinary }: Taken) =>
      isOrdinary ? files.indexOf(writer) % ORDINARY_FOLDS === fold % ORDINARY_FOLDS : writer === left;
    const vote = createDangerVoter(learn(taken.filter((one) => !isLeft(one))));
    return taken
      .filter((one) => one.kind === 'none' && one.look.found.length === 0 && isLeft(one))
      .map(({ look, isOrdinary }) => ({ isOrdinary, odds: vote(look)?.odds ?? Number.NEGATIVE_INFINITY }));
  });
}

/** The lowest log-odds at which no more is stopped for nothing than may be. */
function thresholdFor(scored: readonly Scored[]): number {
  const above = (isOrdinary: boolean, most: number) => {
    const odds = scored.flatMap((one) => (one.isOrdinary === isOrdinary ? [one.odds] : [])).sort((a, b) => b - a);
    return odds[Math.floor(odds.length * most)] ?? 0;
  };
  return Math.max(above(false, MOST_STOPPED.lookAlikes), above(true, MOST_STOPPED.ordinary));
}
