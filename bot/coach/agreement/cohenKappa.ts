/** How far two coders agree, beyond what chance alone would give. */
export interface Kappa {
  /** Decisions that both took. */
  readonly items: number;
  /** The share on which they agree, 0 to 1; with weights near misses count in part. Null without items. */
  readonly agreed: number | null;
  /** Cohen's κ: 1 is full agreement, 0 what chance gives, below 0 less than chance. Null where chance alone agrees fully. */
  readonly kappa: number | null;
  /** The 95 % interval, within -1 to 1; null where it cannot be reckoned: without κ, or when not one decision differs. */
  readonly interval: readonly [from: number, to: number] | null;
}

/** Of the normal distribution, for 95 %. */
const Z = 1.96;

/**
 * Cohen's κ of a square table: `table[i][j]` is how often the first coder chose `i` and the second `j`. `linear` gives part
 * of the credit for a neighbour on an ordered scale: 1 − |i − j| / (k − 1). The interval is by the large-sample variance
 * of Fleiss, Cohen & Everitt (1969, Psychological Bulletin, 72(5), 323-327); with few items it is a rough guess.
 */
export function cohenKappa(table: readonly (readonly number[])[], weights: 'none' | 'linear' = 'none'): Kappa {
  const size = table.length;
  const items = sum(table.flat());
  if (items === 0) return { items, agreed: null, kappa: null, interval: null };

  const places = table.flatMap((row, i) => row.map((count, j) => ({ i, j, share: count / items })));
  const rows = table.map((row) => sum(row) / items);
  const columns = rows.map((_, j) => sum(table.map((row) => row[j] ?? 0)) / items);
  const weight = (i: number, j: number) => (weights === 'linear' ? 1 - Math.abs(i - j) / (size - 1) : Number(i === j));
  const agreed = sum(places.map(({ i, j, share }) => share * weight(i, j)));
  const byChance = sum(places.map(({ i, j }) => (rows[i] ?? 0) * (columns[j] ?? 0) * weight(i, j)));
  if (1 - byChance < Number.EPSILON) return { items, agreed, kappa: null, interval: null };

  const kappa = (agreed - byChance) / (1 - byChance);
  const ofRow = rows.map((_, i) => sum(columns.map((share, j) => share * weight(i, j))));
  const ofColumn = columns.map((_, j) => sum(rows.map((share, i) => share * weight(i, j))));
  const spread = sum(
    places.map(({ i, j, share }) => {
      const expected = ((ofRow[i] ?? 0) + (ofColumn[j] ?? 0)) * (1 - kappa);
      return share * (weight(i, j) - expected) ** 2;
    }),
  );
  const variance = (spread - (kappa - byChance * (1 - kappa)) ** 2) / (items * (1 - byChance) ** 2);
  const margin = Z * Math.sqrt(Math.max(0, variance));
  return { items, agreed, kappa, interval: margin > 1e-9 ? within(kappa - margin, kappa + margin) : null };
}

function within(from: number, to: number): readonly [number, number] {
  return [Math.max(-1, from), Math.min(1, to)];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
