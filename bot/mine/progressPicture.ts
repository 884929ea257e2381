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

/** In units of the picture. `narrow` has the name above its row, for a phone; `fits`: characters on a line of it. */
const SIZES = {
  wide: { column: 28, row: 32, namesWidth: 424, fits: 80, fontSize: 14 },
  narrow: { column: 25, row: 34, namesWidth: 0, fits: 42, fontSize: 13 },
} as const;
const LINE = 17;

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
  const { column, namesWidth, fontSize } = SIZES[size];
  const talks = Math.max(COLUMNS, ...rows.map(({ verdicts }) => verdicts.length));
  const left = NAMES + namesWidth;
  const width = left + talks * column;
  const placed = placedRows(rows, size);
  return element(
    'svg',
    {
      viewBox: `0 0 ${width} ${(placed.at(-1)?.bottom ?? 0) + 4}`,
      class: `progress progress--${size}`,
      role: 'img',
      'aria-label': title,
      'font-size': fontSize,
    },
    element('title', {}, escaped(title)),
    element('desc', {}, escaped(words)),
    ...placed.flatMap(({ lines, verdicts, top, middle }) => [
      ...lines.map((line, index) => {
        const y = size === 'wide' ? middle + fontSize / 3 : top + (index + 1) * LINE;
        return element('text', { x: NAMES, y, class: 'progress-name' }, escaped(line));
      }),
      element('line', { x1: left, x2: width - NAMES, y1: middle, y2: middle, class: 'progress-rule' }),
      ...verdicts.map((verdict, at) => verdictSign(verdict, left + at * column + column / 2, middle)),
    ]),
  );
}

interface PlacedRow {
  readonly lines: readonly string[];
  readonly verdicts: readonly Verdict[];
  readonly top: number;
  /** Where the signs stand. */
  readonly middle: number;
  readonly bottom: number;
}

/** Where each row stands; a long name takes a second line in a narrow picture. */
function placedRows(rows: readonly TipRow[], size: keyof typeof SIZES): readonly PlacedRow[] {
  const { row, fits } = SIZES[size];
  const placed: PlacedRow[] = [];
  for (const { name, verdicts } of rows) {
    const top = placed.at(-1)?.bottom ?? 0;
    const lines = wrapped(name, fits);
    const above = size === 'wide' ? 0 : lines.length * LINE;
    placed.push({ lines, verdicts, top, middle: top + above + row / 2, bottom: top + above + row });
  }
  return placed;
}

function wrapped(name: string, fits: number): readonly string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && longer.length <= fits) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
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
