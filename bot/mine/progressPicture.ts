import type { TipReport } from '../../dialogs/engine/debrief.ts';
import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';

/** How a tip came back in a talk. */
export type Verdict = TipReport['verdict'];

/** A tip, and how it came back in each talk, the oldest first. */
export interface TipRow {
  readonly name: string;
  readonly verdicts: readonly Verdict[];
}

const NAMES = 6;
const SIGN = 9;
const COLUMNS = 12;

/** In units of the picture. `narrow` has the name above its row, for a phone. */
const SIZES = {
  wide: { column: 28, row: 32, namesWidth: 340, above: 0, fontSize: 14 },
  narrow: { column: 25, row: 54, namesWidth: 0, above: 20, fontSize: 12.5 },
} as const;

/**
 * Tips down, talks across. Each sign has a form of its own, so that nobody needs to tell colours apart. `title` and
 * `words`: the same for who does not see it.
 */
export function progressPicture(
  rows: readonly TipRow[],
  title: string,
  words: string,
  size: keyof typeof SIZES,
): Markup {
  const { column, row, namesWidth, above, fontSize } = SIZES[size];
  const talks = Math.max(COLUMNS, ...rows.map(({ verdicts }) => verdicts.length));
  const left = NAMES + namesWidth;
  const width = left + talks * column;
  return element(
    'svg',
    {
      viewBox: `0 0 ${width} ${rows.length * row + 4}`,
      class: `progress progress--${size}`,
      role: 'img',
      'aria-label': title,
      'font-size': fontSize,
    },
    element('title', {}, escaped(title)),
    element('desc', {}, escaped(words)),
    ...rows.flatMap(({ name, verdicts }, index) => {
      const top = index * row;
      const middle = top + above + (row - above) / 2;
      const baseline = above > 0 ? top + 14 : middle + fontSize / 3;
      return [
        element('text', { x: NAMES, y: baseline, class: 'progress-name' }, escaped(name)),
        element('line', { x1: left, x2: width - NAMES, y1: middle, y2: middle, class: 'progress-rule' }),
        ...verdicts.map((verdict, at) => verdictSign(verdict, left + at * column + column / 2, middle)),
      ];
    }),
  );
}

/** The sign of a verdict, around this point: a full dot, a half one, a ring, a cross, a small stroke. */
export function verdictSign(verdict: Verdict, x: number, y: number): Markup {
  const ring = element('circle', { cx: x, cy: y, r: SIGN, class: 'sign-ring' });
  switch (verdict) {
    case 'shown':
      return element('circle', { cx: x, cy: y, r: SIGN, class: 'sign-full' });
    case 'mixed':
      return element(
        'g',
        {},
        ring,
        element('path', { d: `M${x} ${y - SIGN}A${SIGN} ${SIGN} 0 0 1 ${x} ${y + SIGN}Z`, class: 'sign-full' }),
      );
    case 'missed':
      return ring;
    case 'against': {
      const arm = SIGN - 2;
      const d = `M${x - arm} ${y - arm}L${x + arm} ${y + arm}M${x + arm} ${y - arm}L${x - arm} ${y + arm}`;
      return element(
        'g',
        {},
        element('circle', { cx: x, cy: y, r: SIGN, class: 'sign-back' }),
        element('path', { d, class: 'sign-cross' }),
      );
    }
    case 'not-needed':
      return element('path', { d: `M${x - 3} ${y}h6`, class: 'sign-none' });
  }
}
