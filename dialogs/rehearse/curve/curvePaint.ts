import type { Attributes } from './markup.ts';

/**
 * How each part looks where no style sheet says otherwise: on white paper. Everything has a class as well, so that the
 * page can follow light, dark and high contrast. Never a `style` attribute: the page's policy forbids it.
 */
const PAINTS = {
  hot: { fill: '#fbe0d3' },
  warm: { fill: '#fdf2dd' },
  cool: { fill: '#edf3fa' },
  rule: { stroke: '#c4c4c4' },
  limit: { stroke: '#8f3f12', 'stroke-dasharray': '2 3' },
  phase: { fill: 'none', stroke: '#c4c4c4' },
  text: { fill: '#242424' },
  subtle: { fill: '#565656' },
  tension: { fill: 'none', stroke: '#9c3b0c', 'stroke-width': 3, 'stroke-linejoin': 'round' },
  'tension-mark': { fill: '#9c3b0c', stroke: '#fff' },
  'tension-text': { fill: '#9c3b0c', 'font-weight': 600 },
  trust: { fill: 'none', stroke: '#4f52b2', 'stroke-width': 2.5, 'stroke-dasharray': '5 4' },
  'trust-mark': { fill: '#fff', stroke: '#4f52b2', 'stroke-width': 2 },
  'trust-text': { fill: '#4f52b2', 'font-weight': 600 },
  'tension-before': { fill: 'none', stroke: '#9c3b0c', 'stroke-width': 1.5, 'stroke-dasharray': '2 3', opacity: 0.75 },
  'trust-before': { fill: 'none', stroke: '#4f52b2', 'stroke-width': 1.5, 'stroke-dasharray': '2 3', opacity: 0.75 },
  'tension-try': {
    fill: '#9c3b0c',
    'font-style': 'italic',
    stroke: '#fff',
    'stroke-width': 3,
    'paint-order': 'stroke',
  },
  'trust-try': { fill: '#4f52b2', 'font-style': 'italic', stroke: '#fff', 'stroke-width': 3, 'paint-order': 'stroke' },
  turning: { fill: '#242424' },
  'on-turning': { fill: '#fff', 'font-weight': 600 },
  ring: { fill: 'none', stroke: '#242424', 'stroke-width': 2 },
  drop: { stroke: '#242424', 'stroke-dasharray': '1 3' },
  touch: { fill: '#fff', 'fill-opacity': 0 },
} as const satisfies Readonly<Record<string, Attributes>>;

/** The attributes of one kind of part. */
export function paint(part: keyof typeof PAINTS): Attributes {
  return { class: `curve-${part}`, ...PAINTS[part] };
}
