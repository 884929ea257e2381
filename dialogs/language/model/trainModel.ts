import type { Move } from '../../../content/schema/move.ts';
import { createFixedChance } from './fixedChance.ts';
import { chanceOf, type LinearModel } from './linearModel.ts';

/** One stretch of words and the moves that it carries. */
export interface Lesson {
  readonly features: readonly number[];
  readonly moves: ReadonlySet<Move>;
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
 * Fits one logistic regression per move by AdaGrad (Duchi, Hazan & Singer 2011), all in one pass over the lessons. The order
 * of the lessons is mixed by a fixed rule: the same lessons give the same model, bit for bit.
 */
export function trainModel(lessons: readonly Lesson[], moves: readonly Move[], training: Training): LinearModel {
  const size = moves.length;
  const weights = new Float32Array(training.buckets * size);
  const squares = new Float32Array(training.buckets * size).fill(1e-6);
  const bias = new Float32Array(size).fill(-3);
  const sums = new Float64Array(size);
  const order = lessons.map((_, index) => index);
  const chance = createFixedChance();
  for (let round = 0; round < training.rounds; round += 1) {
    chance.mix(order);
    const biasRate = 0.05 / (1 + round);
    for (const index of order) {
      const lesson = lessons[index];
      if (!lesson) continue;
      const { features } = lesson;
      const scale = 1 / Math.sqrt(features.length || 1);
      sums.fill(0);
      for (const bucket of features) {
        const row = bucket * size;
        for (let move = 0; move < size; move += 1) sums[move] = (sums[move] ?? 0) + (weights[row + move] ?? 0);
      }
      for (let move = 0; move < size; move += 1) {
        const wanted = lesson.moves.has(moves[move] as Move) ? 1 : 0;
        const error = chanceOf((sums[move] ?? 0) * scale + (bias[move] ?? 0)) - wanted;
        bias[move] = (bias[move] ?? 0) - biasRate * error * lesson.weight;
        sums[move] = error * scale * lesson.weight;
      }
      for (const bucket of features) {
        const row = bucket * size;
        for (let move = 0; move < size; move += 1) {
          const at = row + move;
          const weight = weights[at] ?? 0;
          const gradient = (sums[move] ?? 0) + training.shrink * weight;
          const square = (squares[at] ?? 0) + gradient * gradient;
          squares[at] = square;
          weights[at] = weight - (training.rate * gradient) / Math.sqrt(square);
        }
      }
    }
  }
  return { moves, buckets: training.buckets, weights, bias };
}
