import type { CurveChart } from './curveChart.ts';

/** `narrow` is for a phone held upright; both show the same. */
export type PictureSize = 'wide' | 'narrow';

/** Where things stand in the picture, in units of its own. The plot is the rectangle in which the lines run. */
export interface CurveLayout {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly fontSize: number;
  /** Characters that fit on one line of the whole picture. */
  readonly charactersPerLine: number;
  /** The last turn of this talk or of any try. */
  readonly lastTurn: number;
  /** From a turn to its place from the left. */
  x(turn: number): number;
  /** From a value of 0 to 100 to its place from the top. */
  y(value: number): number;
}

const SIZES = {
  wide: { width: 640, left: 56, right: 524, top: 30, bottom: 250, fontSize: 13, charactersPerLine: 100 },
  narrow: { width: 300, left: 44, right: 194, top: 28, bottom: 198, fontSize: 12, charactersPerLine: 49 },
} as const;

/** Room between the frame of the plot and the first and last turn. */
const INSET = 12;

export function curveLayout({ points, tries }: CurveChart, size: PictureSize): CurveLayout {
  const sizes = SIZES[size];
  const { left, right, top, bottom } = sizes;
  const lastTurn = Math.max(1, ...[...points, ...tries.flatMap((earlier) => earlier.points)].map(({ turn }) => turn));
  const perTurn = (right - left - 2 * INSET) / lastTurn;
  return {
    ...sizes,
    lastTurn,
    x: (turn) => rounded(left + INSET + turn * perTurn),
    y: (value) => rounded(bottom - (value / 100) * (bottom - top)),
  };
}

/** About how wide a text is in this picture; no font is at hand to measure with. */
export function textWidth(text: string, fontSize: number): number {
  return [...text].length * fontSize * 0.56;
}

/** One decimal is finer than a screen can show. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
