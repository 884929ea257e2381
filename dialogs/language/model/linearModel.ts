import type { Move } from '../../../content/schema/move.ts';

/** One linear scorer per move over the same buckets. */
export interface LinearModel {
  readonly moves: readonly Move[];
  readonly buckets: number;
  /** Row after row: for each bucket one weight per move. */
  readonly weights: Float32Array;
  /** One per move. */
  readonly bias: Float32Array;
}

/** The log-odds of each move, in the order of `model.moves`. */
export function logOdds({ moves, weights, bias }: LinearModel, features: readonly number[]): Float64Array {
  const size = moves.length;
  const sums = new Float64Array(size);
  const scale = 1 / Math.sqrt(features.length || 1);
  for (const bucket of features) {
    const row = bucket * size;
    for (let move = 0; move < size; move += 1) sums[move] = (sums[move] ?? 0) + (weights[row + move] ?? 0);
  }
  for (let move = 0; move < size; move += 1) sums[move] = (sums[move] ?? 0) * scale + (bias[move] ?? 0);
  return sums;
}

/** The log-odds of the move at one place in `model.moves`. */
export function logOddsOf({ moves, weights, bias }: LinearModel, features: readonly number[], move: number): number {
  let sum = 0;
  for (const bucket of features) sum += weights[bucket * moves.length + move] ?? 0;
  return sum * (1 / Math.sqrt(features.length || 1)) + (bias[move] ?? 0);
}

/** A chance from 0 to 1. */
export function chanceOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
