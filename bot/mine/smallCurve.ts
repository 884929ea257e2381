import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import type { RehearsalSummary } from '../../dialogs/rehearse/keptRehearsal.ts';
import type { Translate } from '../../dialogs/texts.ts';

const WIDTH = 160;
const HEIGHT = 48;
const INSET = 5;

/** The curve of a talk at a glance: tension a full line with a dot at its end, trust a dashed one with a square. */
export function smallCurve({ curve }: RehearsalSummary, t: Translate): Markup {
  const [from = 0, trustFrom = 0] = curve[0] ?? [];
  const [to = 0, trustTo = 0] = curve.at(-1) ?? [];
  const words = t('mine.list.curve', { from, to, trustFrom, trustTo });
  const x = (index: number) => rounded(INSET + (index * (WIDTH - 2 * INSET)) / Math.max(1, curve.length - 1));
  const y = (value: number) => rounded(HEIGHT - INSET - (value * (HEIGHT - 2 * INSET)) / 100);
  const line = (values: readonly number[]) =>
    values.map((value, index) => `${index === 0 ? 'M' : 'L'}${x(index)} ${y(value)}`).join('');
  const end = x(curve.length - 1);
  return element(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'small-curve', role: 'img', 'aria-label': words },
    element('title', {}, escaped(words)),
    element('path', { class: 'curve-trust', fill: 'none', d: line(curve.map(([, trust]) => trust)) }),
    element('path', { class: 'curve-tension', fill: 'none', d: line(curve.map(([tension]) => tension)) }),
    element('rect', {
      class: 'curve-trust-mark',
      x: rounded(end - 3),
      y: rounded(y(trustTo) - 3),
      width: 6,
      height: 6,
    }),
    element('circle', { class: 'curve-tension-mark', cx: end, cy: y(to), r: 3.5 }),
  );
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
