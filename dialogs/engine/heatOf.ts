import type { Heat } from '../../content/schema/state.ts';

/** The tension from which a parent is hot. */
export const HOT_FROM = 65;
/** The tension from which a parent is warm; below it, cool. */
export const WARM_FROM = 40;

/** How heated the parent sounds at this tension (0 to 100): hot from 65, warm from 40, cool below. */
export function heatOf(tension: number): Heat {
  if (tension >= HOT_FROM) return 'hot';
  return tension >= WARM_FROM ? 'warm' : 'cool';
}
