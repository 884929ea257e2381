import type { Bounds } from '../../content/schema/state.ts';

/** Whether a number keeps to the bounds; one that is left out does not count. */
export function isWithin(bounds: Bounds | undefined, count: number): boolean {
  return count >= (bounds?.min ?? count) && count <= (bounds?.max ?? count);
}
