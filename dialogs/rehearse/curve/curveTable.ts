import type { Translate } from '../../texts.ts';
import type { CurveChart, CurvePoint } from './curveChart.ts';

/** The figures behind the picture, ready to be shown: every text in the language of the talk, nothing escaped. */
export interface CurveTable {
  /** What to press to see it. */
  readonly open: string;
  readonly caption: string;
  readonly head: readonly [turn: string, tension: string, trust: string, happened: string];
  /** The phases of the talk in their order, then the earlier tries. */
  readonly groups: readonly CurveGroup[];
}

/** Turns that belong together. */
export interface CurveGroup {
  readonly title: string;
  readonly rows: readonly CurveRow[];
}

/** One turn. */
export interface CurveRow {
  /** The number, or the word for the start. */
  readonly turn: string;
  readonly tension: number;
  readonly trust: number;
  /** Who did what, in the order in which it happened. */
  readonly happened: readonly { readonly who: string; readonly said: string }[];
}

export function curveTable(chart: CurveChart, t: Translate): CurveTable {
  return {
    open: t('curve.table.open'),
    caption: t('curve.table.caption'),
    head: [t('curve.table.turn'), t('curve.table.tension'), t('curve.table.trust'), t('curve.table.happened')],
    groups: [...phases(chart, t), ...tries(chart, t)],
  };
}

function phases({ points }: CurveChart, t: Translate): readonly CurveGroup[] {
  return phaseRuns(points).map((run) => ({
    title: t(`curve.phase.${run[0]?.phase ?? 'opening'}`),
    rows: run.map((point) => row(point, t)),
  }));
}

/** Points in a row that share a phase stand together. */
export function phaseRuns(points: readonly CurvePoint[]): readonly (readonly CurvePoint[])[] {
  const runs: CurvePoint[][] = [];
  for (const point of points) {
    const last = runs.at(-1);
    if (last?.[0]?.phase === point.phase) last.push(point);
    else runs.push([point]);
  }
  return runs;
}

function tries({ tries: earlier }: CurveChart, t: Translate): readonly CurveGroup[] {
  return earlier.map(({ number, from, points }) => ({
    title: t('curve.tryFrom', { number, turn: from }),
    rows: points.slice(1).map((point) => row({ ...point, answer: '' }, t)),
  }));
}

function row({ turn, tension, trust, quote, answer }: Omit<CurvePoint, 'phase'>, t: Translate): CurveRow {
  const happened = [
    { who: t('curve.table.teacher'), said: quote },
    { who: t('curve.table.parent'), said: answer },
  ].filter(({ said }) => said !== '');
  return { turn: turn === 0 ? t('curve.start') : String(turn), tension, trust, happened };
}
