/** Milliseconds of many turns, in short. */
export interface Figures {
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
}

/** The value below which this share (0 to 1) of the sorted values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function figures(milliseconds: readonly number[], totalMs: number): Figures {
  return {
    p50: round(percentile(milliseconds, 0.5)),
    p99: round(percentile(milliseconds, 0.99)),
    perSecond: Math.round(milliseconds.length / (totalMs / 1000)),
  };
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
