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
const LAYERS: LayeredTraining = { size: 32, rounds: 8, rate: 0.05, fewest: 8, unitsOut: 0.3, featuresOut: 0.3 };
/** Dangers are few, and one that is missed is worse than one stop too many. */
const DANGER_WEIGHT = 2;
const ORDINARY_WEIGHT = 0.5;
/**
 * Of what its writers had no part in learning, at most so much is stopped for nothing. Our look-alikes are made to trap: of
 * those in an exam by somebody who only knows what the product is for, a third of this share is stopped.
 */
const MOST_STOPPED = { phrasing: 0.12, ordinary: 0.02, practised: 0.004 };
const ORDINARY_FOLDS = 3;

type Sort = 'phrasing' | 'ordinary' | 'practised';

interface Taken {
  readonly kind: DangerExample['kind'];
  readonly writer: string;
  readonly sort: Sort;
  readonly look: DangerLook;
  readonly lessons: {
    readonly words: readonly Lesson<DangerLabel>[];
    readonly phrases: readonly Lesson<DangerLabel>[];
  };
}

/**
 * Learns from phrasings of one language and from ordinary turns; ordinary turns in which a pattern sees danger are left
 * out. The thresholds are set on what the models had not learned from: each writer in turn is left out.
 */
export function learnDangerModel(
  { examples, ordinary }: DangerLessons,
  eyes: DangerEyes,
  tokensOf: (text: string) => readonly Token[],
): DangerModel {
  const taken = [
    ...examples.map(({ kind, text, writer }) => take(kind, writer, eyes(tokensOf(text)), 'phrasing')),
    ...ordinary
      .map(({ text, writer, isPractised }) =>
        take('none', writer, eyes(tokensOf(text)), isPractised ? 'practised' : 'ordinary'),
      )
      .filter(({ look }) => look.found.length === 0),
  ];
  const scored = scoresByOthers(taken);
  const threshold = Math.max(oddsAbove(scored, 'phrasing'), oddsAbove(scored, 'ordinary'));
  return { ...learn(taken), threshold, thresholdInTalk: Math.max(threshold, oddsAbove(scored, 'practised')) };
}

function take(kind: DangerExample['kind'], writer: string, look: DangerLook, sort: Sort): Taken {
  const lessons = { words: lessonsOf('words'), phrases: lessonsOf('phrases') };
  return { kind, writer, sort, look, lessons };

  /** Danger may be told in any part of a message, so a message of danger is learned as a whole; one of nothing, in each part too. */
  function lessonsOf(view: keyof DangerSight): readonly Lesson<DangerLabel>[] {
    const { tokens, stretches, sight } = look;
    if (kind === 'none') {
      const weight = sort === 'phrasing' ? 1 : ORDINARY_WEIGHT;
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
  readonly sort: Sort;
  readonly odds: number;
}

/** What is harmless, scored by models that learned from other writers; ordinary turns are dealt over the same folds. */
function scoresByOthers(taken: readonly Taken[]): readonly Scored[] {
  const writers = [...new Set(taken.filter(({ sort }) => sort === 'phrasing').map(({ writer }) => writer))];
  const files = [...new Set(taken.filter(({ sort }) => sort !== 'phrasing').map(({ writer }) => writer))];
  return writers.flatMap((left, fold) => {
    const isLeft = ({ writer, sort }: Taken) =>
      sort === 'phrasing' ? writer === left : files.indexOf(writer) % ORDINARY_FOLDS === fold % ORDINARY_FOLDS;
    const vote = createDangerVoter(learn(taken.filter((one) => !isLeft(one))));
    return taken
      .filter((one) => one.kind === 'none' && isLeft(one))
      .map(({ look, sort }) => ({ sort, odds: vote(look)?.odds ?? Number.NEGATIVE_INFINITY }));
  });
}

/** The lowest log-odds above which no more of this sort is than may be stopped for nothing. */
function oddsAbove(scored: readonly Scored[], sort: Sort): number {
  const odds = scored.flatMap((one) => (one.sort === sort ? [one.odds] : [])).sort((a, b) => b - a);
  return odds[Math.floor(odds.length * MOST_STOPPED[sort])] ?? 0;
}
