import type { Translate } from '../../texts.ts';
import type { CurveChart } from './curveChart.ts';
import { type CurveLayout, rounded, textWidth } from './curveLayout.ts';
import { paint } from './curvePaint.ts';
import { phaseRuns } from './curveTable.ts';
import { element, escaped, type Markup } from './markup.ts';

/** What lies under the lines: the bands of heat, the scale, the turns, the phases, where the parent walks out. */
export function curveGround(chart: CurveChart, layout: CurveLayout, t: Translate): readonly Markup[] {
  return [...bands(chart, layout, t), ...limit(chart, layout, t), ...turns(chart, layout, t)];
}

function bands({ bands: { hot, warm } }: CurveChart, { left, right, y, fontSize }: CurveLayout, t: Translate) {
  const band = (name: 'hot' | 'warm' | 'cool', from: number, to: number) => [
    element('rect', { ...paint(name), x: left, y: y(to), width: right - left, height: rounded(y(from) - y(to)) }),
    label(t(`curve.${name}`), left - 8, y((from + to) / 2) + fontSize / 3),
  ];
  const label = (text: string, x: number, at: number) =>
    element('text', { ...paint('subtle'), x, y: rounded(at), 'text-anchor': 'end' }, escaped(text));
  const rule = (value: number) => [
    element('line', { ...paint('rule'), x1: left, x2: right, y1: y(value), y2: y(value) }),
    label(String(value), left - 8, y(value) + fontSize / 3),
  ];
  return [
    ...band('hot', hot, 100),
    ...band('warm', warm, hot),
    ...band('cool', 0, warm),
    ...[0, warm, hot, 100].flatMap(rule),
  ];
}

function limit({ limit: value }: CurveChart, { left, right, y }: CurveLayout, t: Translate): readonly Markup[] {
  return [
    element('line', { ...paint('limit'), x1: left, x2: right, y1: y(value), y2: y(value) }),
    element('text', { ...paint('subtle'), x: right, y: y(100) - 8, 'text-anchor': 'end' }, escaped(t('curve.limit'))),
  ];
}

function turns(chart: CurveChart, { x, bottom, right, lastTurn, fontSize }: CurveLayout, t: Translate) {
  const every = Math.ceil((fontSize * 1.7) / (x(1) - x(0)));
  const turning = chart.turningPoint?.turn;
  const isShown = (turn: number) =>
    turn === turning || (turn % every === 0 && (turning === undefined || Math.abs(turn - turning) >= every));
  const numbers = Array.from({ length: lastTurn }, (_, index) => index + 1).filter(isShown);
  const at = bottom + fontSize + 6;
  const start = t('curve.start');
  const startFits = textWidth(start, fontSize) < (x(1) - x(0)) * 1.2;
  return [
    ...(startFits
      ? [element('text', { ...paint('subtle'), x: x(0), y: at, 'text-anchor': 'middle' }, escaped(start))]
      : []),
    element('text', { ...paint('subtle'), x: right + 8, y: at }, escaped(t('curve.turn'))),
    ...numbers.flatMap((turn) => [
      ...(turn === turning
        ? [element('circle', { ...paint('turning'), cx: x(turn), cy: rounded(at - fontSize / 3), r: fontSize * 0.8 })]
        : []),
      element(
        'text',
        { ...paint(turn === turning ? 'on-turning' : 'text'), x: x(turn), y: at, 'text-anchor': 'middle' },
        escaped(String(turn)),
      ),
    ]),
  ];
}

/** A strip with the phases of the talk; a name that does not fit shows when the pointer rests on it. */
export function curvePhases({ points }: CurveChart, layout: CurveLayout, t: Translate, top: number): readonly Markup[] {
  const { x, left, right, lastTurn } = layout;
  const half = (x(1) - x(0)) / 2;
  const size = 11;
  return phaseRuns(points).map((run) => {
    const name = t(`curve.phase.${run[0]?.phase ?? 'opening'}`);
    const first = run[0]?.turn ?? 0;
    const final = run.at(-1)?.turn ?? 0;
    const from = first === 0 ? left : x(first) - half;
    const to = final === lastTurn ? right : x(final) + half;
    const fits = textWidth(name, size) <= to - from - 6;
    return element(
      'g',
      {},
      element('title', {}, escaped(name)),
      element('rect', { ...paint('phase'), x: rounded(from), y: top, width: rounded(to - from), height: 18 }),
      ...(fits
        ? [
            element(
              'text',
              {
                ...paint('subtle'),
                x: rounded((from + to) / 2),
                y: top + 13,
                'font-size': size,
                'text-anchor': 'middle',
              },
              escaped(name),
            ),
          ]
        : []),
    );
  });
}
