import type { JsonObject } from '../ports.ts';

/** What is kept in the place of a state that cannot be read any more. */
const DAMAGED: JsonObject = { damaged: true };

/** The state in a row; a damaged one costs its teacher the place in a talk, and nobody anything else. */
export function stateIn(text: string | null): JsonObject | null {
  if (text === null) return null;
  try {
    const state: unknown = JSON.parse(text);
    return typeof state === 'object' && state !== null && !Array.isArray(state) ? (state as JsonObject) : DAMAGED;
  } catch {
    return DAMAGED;
  }
}
