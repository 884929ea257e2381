/** One linear scorer per label (a move, or a danger) over the same buckets. */
export interface LinearModel<Label extends string = string> {
  readonly labels: readonly Label[];
  readonly buckets: number;
  /** Row after row: for each bucket one weight per label. */
  readonly weights: Float32Array;
  /** One per label. */
  readonly bias: Float32Array;
}

/** The log-odds of each label, in the order of `model.labels`. */
export function logOdds({ labels, weights, bias }: LinearModel, features: readonly number[]): Float64Array {
  const size = labels.length;
  const sums = new Float64Array(size);
  const scale = 1 / Math.sqrt(features.length || 1);
  for (const bucket of features) {
    const row = bucket * size;
    for (let at = 0; at < size; at += 1) sums[at] = (sums[at] ?? 0) + (weights[row + at] ?? 0);
  }
  for (let at = 0; at < size; at += 1) sums[at] = (sums[at] ?? 0) * scale + (bias[at] ?? 0);
  return sums;
}

/** The log-odds of the label at one place in `model.labels`. */
export function logOddsOf({ labels, weights, bias }: LinearModel, features: readonly number[], at: number): number {
  let sum = 0;
  for (const bucket of features) sum += weights[bucket * labels.length + at] ?? 0;
  return sum * (1 / Math.sqrt(features.length || 1)) + (bias[at] ?? 0);
}

/** A chance from 0 to 1. */
export function chanceOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
