import type { Translate } from '../../texts.ts';
import type { CurveChart, CurvePoint, CurveTry } from './curveChart.ts';
import type { CurveLayout } from './curveLayout.ts';
import { rounded } from './curveLayout.ts';
import { paint } from './curvePaint.ts';
import { element, escaped, type Markup } from './markup.ts';

/** More would hide what they are there for; the table has them all. */
const MOST_TRIES = 3;

/** Least room from the middle of one mark to the next. */
const MARK_APART = 15;

type Line = 'tension' | 'trust';
type Value = Pick<CurvePoint, 'turn' | Line>;

/**
 * Tension and trust, told apart without colour: a full line with dots, a dashed line with squares, and their names at
 * the end. Earlier tries lie under them, thin and dotted, with a mark of the same form at their end.
 */
export function curveLines(chart: CurveChart, layout: CurveLayout, t: Translate): readonly Markup[] {
  const { points, tries } = chart;
  const marked = markedPoints(chart, layout);
  return [
    ...tries.slice(-MOST_TRIES).flatMap((earlier) => tryLines(earlier, chart, layout, t)),
    ...turningPoint(chart, layout),
    line(points, 'trust', layout, 'trust'),
    line(points, 'tension', layout, 'tension'),
    element('path', {
      ...paint('trust-mark'),
      d: marked.map((point) => square(point, layout, 4)).join(''),
    }),
    element('path', {
      ...paint('tension-mark'),
      d: marked.map((point) => dot(point, layout, 5)).join(''),
    }),
    ...names(chart, layout, t),
  ];
}

/** In a long talk not every turn has a mark, or the marks would cover the lines. */
function markedPoints({ points, turningPoint: found }: CurveChart, { x }: CurveLayout): readonly CurvePoint[] {
  const every = Math.ceil(MARK_APART / (x(1) - x(0)));
  return points.filter(({ turn }, index) => turn % every === 0 || turn === found?.turn || index === points.length - 1);
}

function line(points: readonly Value[], what: Line, { x, y }: CurveLayout, part: Parameters<typeof paint>[0]): Markup {
  const d = points.map((point, index) => `${index === 0 ? 'M' : 'L'}${x(point.turn)} ${y(point[what])}`).join('');
  return element('path', { ...paint(part), d });
}

function dot({ turn, tension }: Value, { x, y }: CurveLayout, radius: number): string {
  return `M${rounded(x(turn) - radius)} ${y(tension)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
}

function square({ turn, trust }: Value, { x, y }: CurveLayout, half: number): string {
  return `M${rounded(x(turn) - half)} ${rounded(y(trust) - half)}h${2 * half}v${2 * half}h${-2 * half}z`;
}

function tryLines(earlier: CurveTry, chart: CurveChart, layout: CurveLayout, t: Translate): readonly Markup[] {
  const { number, points } = earlier;
  const last = points.at(-1);
  if (!last) return [];
  const [tensionAt, trustAt] = nameHeights(last, chart, layout);
  const name = (what: Line, at: number) =>
    element(
      'text',
      {
        ...paint(`${what}-try`),
        x: layout.x(last.turn),
        y: rounded(at + layout.fontSize / 3),
        'text-anchor': 'middle',
      },
      escaped(t('curve.try', { number })),
    );
  return [
    line(points, 'trust', layout, 'trust-before'),
    line(points, 'tension', layout, 'tension-before'),
    element('path', { ...paint('trust-before'), 'stroke-dasharray': 'none', d: square(last, layout, 3) }),
    element('path', { ...paint('tension-before'), 'stroke-dasharray': 'none', d: dot(last, layout, 3.5) }),
    name('tension', tensionAt),
    name('trust', trustAt),
  ];
}

/**
 * Above or below the two ends of a try: wherever this talk's lines are farther away. Where the ends lie close together,
 * the names stand on either side of both.
 */
function nameHeights(end: Value, { points }: CurveChart, { y, fontSize }: CurveLayout): readonly [number, number] {
  const step = fontSize + 1;
  const tension = y(end.tension);
  const trust = y(end.trust);
  if (Math.abs(tension - trust) < 3 * step) {
    return tension <= trust ? [tension - step, trust + step] : [tension + step, trust - step];
  }
  const near = points.filter(({ turn }) => Math.abs(turn - end.turn) <= 1);
  const lines = near.flatMap((point) => [y(point.tension), y(point.trust)]);
  const room = (at: number) => Math.min(...lines.map((line) => Math.abs(line - at)));
  const beside = (at: number) => (room(at - step) >= room(at + step) ? at - step : at + step);
  return [beside(tension), beside(trust)];
}

function turningPoint({ turningPoint: found, points }: CurveChart, { x, y, bottom }: CurveLayout): readonly Markup[] {
  const point = points.find(({ turn }) => turn === found?.turn);
  if (!point) return [];
  const at = x(point.turn);
  return [
    element('line', { ...paint('drop'), x1: at, x2: at, y1: y(point.tension), y2: bottom }),
    element('circle', { ...paint('ring'), cx: at, cy: y(point.tension), r: 9 }),
  ];
}

/** The names stand at the end of the lines, moved apart where the lines end together. */
function names({ points }: CurveChart, { x, y, right, fontSize }: CurveLayout, t: Translate): readonly Markup[] {
  const last = points.at(-1);
  if (!last) return [];
  const [tension, trust] = apart(y(last.tension), y(last.trust), fontSize + 4);
  const name = (what: Line, at: number) =>
    element(
      'text',
      { ...paint(`${what}-text`), x: right + 8, y: rounded(at + fontSize / 3) },
      escaped(`${t(`curve.${what}`)} ${last[what]}`),
    );
  const leader = (what: Line, at: number) =>
    element('line', { ...paint('rule'), x1: x(last.turn) + 8, y1: y(last[what]), x2: right + 4, y2: rounded(at) });
  return [leader('tension', tension), leader('trust', trust), name('tension', tension), name('trust', trust)];
}

function apart(first: number, second: number, gap: number): readonly [number, number] {
  const missing = gap - Math.abs(first - second);
  if (missing <= 0) return [first, second];
  const way = first <= second ? 1 : -1;
  return [first - (way * missing) / 2, second + (way * missing) / 2];
}
