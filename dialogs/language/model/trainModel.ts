import { createFixedChance } from './fixedChance.ts';
import { chanceOf, type LinearModel } from './linearModel.ts';

/** One stretch of words and the labels that it carries. */
export interface Lesson<Label extends string = string> {
  readonly features: readonly number[];
  readonly labels: ReadonlySet<Label>;
  /** How much it counts; 1 is usual. */
  readonly weight: number;
}

/** How the training goes. */
export interface Training {
  readonly buckets: number;
  readonly rounds: number;
  readonly rate: number;
  /** Pull of every weight towards zero. */
  readonly shrink: number;
}

/**
 * Fits one logistic regression per label by AdaGrad (Duchi, Hazan & Singer 2011), all in one pass over the lessons. The order
 * of the lessons is mixed by a fixed rule: the same lessons give the same model, bit for bit.
 */
export function trainModel<Label extends string>(
  lessons: readonly Lesson<Label>[],
  labels: readonly Label[],
  training: Training,
): LinearModel<Label> {
  const size = labels.length;
  const weights = new Float32Array(training.buckets * size);
  const squares = new Float32Array(training.buckets * size).fill(1e-6);
  const bias = new Float32Array(size).fill(-3);
  const sums = new Float64Array(size);
  const known = lessons.map(({ features, labels: carried, weight }) => ({
    features,
    wanted: Uint8Array.from(labels, (label) => Number(carried.has(label))),
    weight,
  }));
  const order = known.map((_, index) => index);
  const chance = createFixedChance();
  for (let round = 0; round < training.rounds; round += 1) {
    chance.mix(order);
    const biasRate = 0.05 / (1 + round);
    for (const index of order) {
      const lesson = known[index];
      if (!lesson) continue;
      const { features, wanted } = lesson;
      const scale = 1 / Math.sqrt(features.length || 1);
      sums.fill(0);
      for (const bucket of features) {
        const row = bucket * size;
        for (let label = 0; label < size; label += 1) sums[label] = (sums[label] ?? 0) + (weights[row + label] ?? 0);
      }
      for (let label = 0; label < size; label += 1) {
        const error = chanceOf((sums[label] ?? 0) * scale + (bias[label] ?? 0)) - (wanted[label] ?? 0);
        bias[label] = (bias[label] ?? 0) - biasRate * error * lesson.weight;
        sums[label] = error * scale * lesson.weight;
      }
      for (const bucket of features) {
        const row = bucket * size;
        for (let label = 0; label < size; label += 1) {
          const at = row + label;
          const weight = weights[at] ?? 0;
          const gradient = (sums[label] ?? 0) + training.shrink * weight;
          const square = (squares[at] ?? 0) + gradient * gradient;
          squares[at] = square;
          weights[at] = weight - (training.rate * gradient) / Math.sqrt(square);
        }
      }
    }
  }
  return { labels, buckets: training.buckets, weights, bias };
}
