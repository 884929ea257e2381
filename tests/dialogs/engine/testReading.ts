import type { Move } from '../../../content/schema/move.ts';
import type { Reading } from '../../../dialogs/engine/reading.ts';
import type { RehearsalEvent } from '../../../dialogs/engine/rehearsal.ts';

let sentences = 0;

/** A reading of words that were not said before, unless the test says which. */
function reading(changes: Partial<Omit<Reading, 'moves'>> & { readonly moves?: readonly Move[] } = {}): Reading {
  sentences += 1;
  const { moves = [], ...rest } = changes;
  const utterance = rest.utterance ?? `Zin${sentences} woord${sentences}`;
  return {
    locale: 'nl',
    kind: 'talk',
    concerns: [],
    facts: [],
    namesFeeling: false,
    asks: false,
    topic: null,
    signs: moves.includes('clear-honest-realistic') ? ['agreement'] : [],
    words: utterance.split(' ').length,
    ...rest,
    utterance,
    moves: moves.map((move) => ({ move, confidence: 0.9, start: 0, end: utterance.length, because: 'test' })),
  };
}

/** The teacher makes these moves, in words that were not said before. */
export function says(
  moves: Move | readonly Move[],
  changes: Partial<Omit<Reading, 'moves'>> = {},
): Extract<RehearsalEvent, { type: 'teacher-spoke' }> {
  return {
    type: 'teacher-spoke',
    reading: reading({ ...changes, moves: typeof moves === 'string' ? [moves] : moves }),
  };
}
