import type { TipReport } from '../../dialogs/engine/debrief.ts';
import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';

/** How a tip came back in a talk. */
export type Verdict = TipReport['verdict'];

/** A tip, and how it came back in each talk, the oldest first. */
export interface TipRow {
  readonly name: string;
  readonly verdicts: readonly Verdict[];
}

const ROW = 34;
const COLUMN = 28;
const NAMES = 6;
const SIGN = 9;

/**
 * Tips down, talks across. Each sign has a form of its own, so that nobody needs to tell colours apart. The names stand
 * above their row: so there is room on a phone too. `title` and `words`: the same for who does not see it.
 */
export function progressPicture(rows: readonly TipRow[], title: string, words: string): Markup {
  const talks = Math.max(1, ...rows.map(({ verdicts }) => verdicts.length));
  const width = NAMES + Math.max(12, talks) * COLUMN;
  return element(
    'svg',
    {
      viewBox: `0 0 ${width} ${rows.length * ROW * 1.6 + 4}`,
      class: 'progress',
      role: 'img',
      'aria-label': title,
      'font-size': 13,
    },
    element('title', {}, escaped(title)),
    element('desc', {}, escaped(words)),
    ...rows.flatMap(({ name, verdicts }, index) => {
      const top = index * ROW * 1.6;
      return [
        element('text', { x: NAMES, y: top + 16, class: 'progress-name' }, escaped(name)),
        element('line', {
          x1: NAMES,
          x2: width - NAMES,
          y1: top + ROW + 2,
          y2: top + ROW + 2,
          class: 'progress-rule',
        }),
        ...verdicts.map((verdict, at) => verdictSign(verdict, NAMES + at * COLUMN + COLUMN / 2, top + ROW + 2)),
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
