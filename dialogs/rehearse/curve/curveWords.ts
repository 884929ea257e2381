import type { Debrief } from '../../engine/debrief.ts';
import type { Translate } from '../../texts.ts';
import type { CurveChart } from './curveChart.ts';
import { shortened } from './shortened.ts';

const LONGEST_QUOTE = 90;

/** A smaller change of tension than this goes unmentioned. */
const CLEAR = 3;

/**
 * What the picture shows, in at most five pieces of plain text: how far it went; where tension rose most and where it
 * fell most, in the order in which it happened, and why; how an earlier try compares; how it ended. The reasons are
 * those of the ledger.
 */
export function curveWords(chart: CurveChart, ledger: Debrief['ledger'], t: Translate): readonly string[] {
  const rose = extreme(chart, 1);
  const fell = extreme(chart, -1);
  const moves = [
    { at: rose, words: rose ? moved('rose', rose, ledger, t) : t('curve.words.neverRose') },
    { at: fell, words: fell ? moved('fell', fell, ledger, t) : t('curve.words.neverFell') },
  ].sort((first, second) => (first.at?.turn ?? 0) - (second.at?.turn ?? 0));
  return [
    course(chart, t),
    ...(rose || fell ? moves.map(({ words }) => words) : [t('curve.words.still')]),
    compared(chart, t),
    t('curve.words.ended', { end: t(`curve.ended.${chart.ended}`) }),
  ].filter((words) => words !== '');
}

function course({ points }: CurveChart, t: Translate): string {
  const from = points[0];
  const to = points.at(-1);
  if (!from || !to) return '';
  return t('curve.words.course', { from: from.tension, to: to.tension, trustFrom: from.trust, trustTo: to.trust });
}

interface Move {
  readonly turn: number;
  readonly quote: string;
  /** The change of tension, with its sign. */
  readonly change: number;
}

/** The turn with the greatest change up (1) or down (-1); of equal changes the first. */
function extreme({ points }: CurveChart, sign: 1 | -1): Move | undefined {
  let found: Move | undefined;
  for (const [index, { turn, tension, quote }] of points.entries()) {
    const change = tension - (points[index - 1]?.tension ?? tension);
    if (sign * change < CLEAR || (found && Math.abs(change) <= Math.abs(found.change))) continue;
    found = { turn, quote, change };
  }
  return found;
}

function moved(way: 'rose' | 'fell', { turn, quote, change }: Move, ledger: Debrief['ledger'], t: Translate): string {
  return t(`curve.words.${way}`, {
    turn,
    by: Math.abs(change),
    quote: shortened(quote, LONGEST_QUOTE),
    because: because(ledger, turn, Math.sign(change)),
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
