import type { ParentState } from './rehearsal.ts';

/** The concern that was raised last and not yet heard, or null. */
export function onTheTable({ raised, heard }: Pick<ParentState, 'raised' | 'heard'>): string | null {
  return raised.findLast((concern) => !heard.includes(concern)) ?? null;
}
