/** A layer of units between features and labels (moves, or dangers): what several words mean together. */
export interface LayeredModel<Label extends string = string> {
  readonly labels: readonly Label[];
  /** Units in the layer. */
  readonly size: number;
  /** The buckets that are known, rising; all others are too rare to learn from. */
  readonly buckets: Int32Array;
  /** Row after row: for each known bucket one weight per unit. */
  readonly rows: Float32Array;
  /** One per unit. */
  readonly bias: Float32Array;
  /** Row after row: for each unit one weight per label. */
  readonly out: Float32Array;
  /** One per label. */
  readonly outBias: Float32Array;
}

/** Scores a stretch by its features: the log-odds of each label, in the order of `model.labels`. */
export type LayeredScorer = (features: readonly number[]) => Float64Array;

/** A scorer by this model; it looks up a bucket at once. */
export function createLayeredScorer({ size, buckets, rows, bias, out, outBias }: LayeredModel): LayeredScorer {
  const rowOf = new Map<number, number>();
  for (const [row, bucket] of buckets.entries()) rowOf.set(bucket, row * size);
  const units = new Float64Array(size);

  return (features) => {
    const known = features.flatMap((bucket) => rowOf.get(bucket) ?? []);
    const scale = 1 / Math.sqrt(known.length || 1);
    units.set(bias);
    for (const row of known) {
      for (let unit = 0; unit < size; unit += 1) units[unit] = (units[unit] ?? 0) + (rows[row + unit] ?? 0) * scale;
    }
    const odds = Float64Array.from(outBias);
    for (let unit = 0; unit < size; unit += 1) {
      const lit = units[unit] ?? 0;
      if (lit <= 0) continue;
      const at = unit * odds.length;
      for (let label = 0; label < odds.length; label += 1)
        odds[label] = (odds[label] ?? 0) + lit * (out[at + label] ?? 0);
    }
    return odds;
  };
}
