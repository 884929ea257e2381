import { element, escaped, type Markup } from '../rehearse/curve/markup.ts';
import type { TrianglePicture } from './keepsake.ts';

const WIDTH = 640;
const HEIGHT = 430;
/** Middle of each corner: top, left, right. */
const CORNERS = [
  { x: 320, y: 60 },
  { x: 110, y: 350 },
  { x: 530, y: 350 },
] as const;
/** Middle of the words on each side, and how many characters fit there on a line. */
const SIDES = [
  { x: 112, y: 190, fits: 22 },
  { x: 320, y: 384, fits: 38 },
  { x: 528, y: 190, fits: 22 },
] as const;
const LINE = 20;

/**
 * The triangle as one SVG in the colour of the words around it (`currentColor`), complete in itself. `title` names it,
 * `twin` says the same in words for who does not see it.
 */
export function trianglePicture({ corners, sides }: TrianglePicture, title: string, twin: readonly string[]): Markup {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      class: 'triangle',
      role: 'img',
      'aria-label': title,
      'font-family': 'Segoe UI, system-ui, Open Sans, sans-serif',
      'font-size': 16,
    },
    element('title', {}, escaped(title)),
    element('desc', {}, escaped(twin.join(' '))),
    ...CORNERS.map((from, index) => side(from, CORNERS[(index + 1) % 3] ?? from)),
    ...CORNERS.map((at, index) => corner(at, corners[index] ?? '')),
    ...SIDES.map((at, index) => label(at, sides[index] ?? '')),
  );
}

type Point = { readonly x: number; readonly y: number };

/** A line with a head at both ends, clear of the corners: what happens on one side carries over to the other. */
function side(from: Point, to: Point): Markup {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const step = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const clear = 62;
  const start = { x: from.x + step.x * clear, y: from.y + step.y * clear };
  const end = { x: to.x - step.x * clear, y: to.y - step.y * clear };
  return element(
    'g',
    { stroke: 'currentColor', 'stroke-width': 2.5, fill: 'none', 'stroke-linecap': 'round', opacity: 0.75 },
    element('path', { d: `M${at(start)}L${at(end)}` }),
    element('path', { d: head(end, step) }),
    element('path', { d: head(start, { x: -step.x, y: -step.y }) }),
  );
}

function head(tip: Point, { x, y }: Point): string {
  const back = (turn: number) => ({ x: tip.x - 12 * x + turn * 7 * y, y: tip.y - 12 * y - turn * 7 * x });
  return `M${at(back(1))}L${at(tip)}L${at(back(-1))}`;
}

function corner({ x, y }: Point, name: string): Markup {
  return element(
    'g',
    {},
    element('circle', { cx: x, cy: y, r: 50, fill: 'none', stroke: 'currentColor', 'stroke-width': 2.5 }),
    element('text', { x, y: y + 6, 'text-anchor': 'middle', 'font-weight': 600, fill: 'currentColor' }, escaped(name)),
  );
}

function label({ x, y, fits }: (typeof SIDES)[number], words: string): Markup {
  const lines = wrapped(words, fits);
  const top = y - ((lines.length - 1) * LINE) / 2;
  return element(
    'g',
    { 'text-anchor': 'middle', fill: 'currentColor', 'font-size': 15 },
    ...lines.map((line, index) => element('text', { x, y: top + index * LINE }, escaped(line))),
  );
}

function wrapped(words: string, fits: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && longer.length <= fits) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function at({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
