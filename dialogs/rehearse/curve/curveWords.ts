import type { Debrief } from '../../engine/debrief.ts';
import type { Translate } from '../../texts.ts';
import type { CurveChart, CurvePoint } from './curveChart.ts';
import { shortened } from './shortened.ts';

const LONGEST_QUOTE = 90;

/**
 * What the picture shows, in three to five sentences of plain text: how far it went, where tension rose most and why,
 * where it fell most and why, how an earlier try compares, how it ended. The reasons are those of the ledger.
 */
export function curveWords(chart: CurveChart, ledger: Debrief['ledger'], t: Translate): string {
  return [
    course(chart, t),
    extreme('rose', chart, ledger, t),
    extreme('fell', chart, ledger, t),
    compared(chart, t),
    t('curve.words.ended', { end: t(`curve.ended.${chart.ended}`) }),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function course({ points }: CurveChart, t: Translate): string {
  const from = points[0];
  const to = points.at(-1);
  if (!from || !to) return '';
  return t('curve.words.course', { from: from.tension, to: to.tension, trustFrom: from.trust, trustTo: to.trust });
}

/** The turn with the greatest change in this direction; of equal changes the first. */
function extreme(way: 'rose' | 'fell', { points }: CurveChart, ledger: Debrief['ledger'], t: Translate): string {
  const sign = way === 'rose' ? 1 : -1;
  let by = 0;
  let found: CurvePoint | undefined;
  for (const [index, point] of points.entries()) {
    const change = sign * (point.tension - (points[index - 1]?.tension ?? point.tension));
    if (change <= by) continue;
    by = change;
    found = point;
  }
  if (!found) return t(way === 'rose' ? 'curve.words.neverRose' : 'curve.words.neverFell');

  const { turn, quote } = found;
  return t(`curve.words.${way}`, {
    turn,
    by,
    quote: shortened(quote, LONGEST_QUOTE),
    because: because(ledger, turn, sign),
  }).trim();
}

/** The reason of the line that moved the tension most this way in this turn. */
function because(ledger: Debrief['ledger'], turn: number, sign: number): string {
  let most = 0;
  let reason = '';
  for (const line of ledger) {
    const change = sign * (line.delta.tension ?? 0);
    if (line.turn !== turn || change <= most) continue;
    most = change;
    reason = line.because;
  }
  return reason;
}

/** The latest try that went as far as this talk, or as far as it got, beside this talk at that turn. */
function compared({ points, tries }: CurveChart, t: Translate): string {
  const last = tries.at(-1);
  if (!last) return '';
  const turn = Math.min(last.points.at(-1)?.turn ?? 0, points.length - 1);
  const before = last.points.find((point) => point.turn === turn);
  const now = points[turn];
  if (!before || !now || turn <= last.from) return '';
  return t('curve.words.compared', {
    turn,
    before: before.tension,
    now: now.tension,
    trustBefore: before.trust,
    trustNow: now.trust,
  });
}
