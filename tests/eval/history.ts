import type { MoveScore } from './scoreMoves.ts';

const COLUMNS = ['macroF1', 'microF1', 'spanF1', 'noneEmpty', 'severe'] as const;
const HEADING = `at,learnedFrom,language,set,${COLUMNS.join(',')}`;
const MOST_FALL = 0.02;
/** Less is better. */
const COSTS: ReadonlySet<string> = new Set(['severe']);

/** One set at one moment. */
export interface HistoryRow extends Pick<MoveScore, (typeof COLUMNS)[number]> {
  /** Day, as in 2026-11-23. */
  readonly at: string;
  /** Which examples the model was learned from, as `model.<locale>.json` says. */
  readonly learnedFrom: string;
  readonly language: string;
  readonly set: string;
}

/** A figure that is worse than when it was last recorded. */
export interface Fall {
  readonly language: string;
  readonly set: string;
  readonly figure: string;
  readonly was: number;
  readonly is: number;
}

/** Reads `history.csv`, the oldest row first. */
export function readHistory(csv: string): readonly HistoryRow[] {
  return csv
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [at = '', learnedFrom = '', language = '', set = '', ...figures] = line.split(',');
      const [macroF1 = 0, microF1 = 0, spanF1 = 0, noneEmpty = 0, severe = 0] = figures.map(Number);
      return { at, learnedFrom, language, set, macroF1, microF1, spanF1, noneEmpty, severe };
    });
}

/** The rows as `history.csv` holds them. */
export function writeHistory(rows: readonly HistoryRow[]): string {
  const lines = rows.map((row) =>
    [row.at, row.learnedFrom, row.language, row.set, ...COLUMNS.map((column) => row[column].toFixed(3))].join(','),
  );
  return `${[HEADING, ...lines].join('\n')}\n`;
}

/** Every figure that is more than 0.02 worse than when its set was last recorded. */
export function fallsSince(history: readonly HistoryRow[], now: readonly HistoryRow[]): readonly Fall[] {
  return now.flatMap((row) => {
    const last = history.findLast(({ language, set }) => language === row.language && set === row.set);
    if (!last) return [];
    return COLUMNS.flatMap((figure) => {
      const worse = COSTS.has(figure) ? row[figure] - last[figure] : last[figure] - row[figure];
      const { language, set } = row;
      return worse > MOST_FALL + 1e-9 ? [{ language, set, figure, was: last[figure], is: row[figure] }] : [];
    });
  });
}
