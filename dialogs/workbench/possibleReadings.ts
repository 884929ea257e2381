import { MOVES, POSITIVE_MOVES } from '../../content/schema/move.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import { UTTERANCE_KINDS } from '../../content/schema/state.ts';
import { onTheTable } from '../engine/onTheTable.ts';
import type { Reading } from '../engine/reading.ts';
import type { Rehearsal } from '../engine/rehearsal.ts';
import { stateOf } from './teachers.ts';
import { handMadeReading } from './voice.ts';

/**
 * What a teacher could say now, as readings: each move bare and each helping one about what is on the table; understanding
 * of each concern that came up; a mere mention of it; a question about each fact; each kind of utterance; a plan in one
 * sentence; relief with a great promise; the same words again. The words are fresh each turn, except in the last one.
 */
export function possibleReadings(scenario: Scenario, rehearsal: Rehearsal): readonly Reading[] {
  const { locale, turns } = rehearsal;
  const state = stateOf(rehearsal);
  const waiting = onTheTable(state);
  const about = waiting === null ? [] : [waiting];
  const before = turns.at(-1)?.reading;
  const specs: readonly Partial<Reading>[] = [
    ...MOVES.map((move) => ({ ...read([move]) })),
    ...POSITIVE_MOVES.map((move) => ({ ...read([move]), concerns: about })),
    ...state.raised.map((concern) => ({ ...read(['show-understanding']), concerns: [concern] })),
    ...state.raised.map((concern) => ({ concerns: [concern] })),
    ...scenario.facts.map(({ id }) => ({ ...read(['ask-open-question']), facts: [id] })),
    ...UTTERANCE_KINDS.map((kind) => ({ kind })),
    { ...read(['show-understanding']), namesFeeling: true },
    { ...read(['clear-honest-realistic', 'be-reachable']) },
    { ...read(['be-reachable']), kind: 'farewell' },
    { ...read(['show-understanding', 'overpromise']), concerns: about },
  ];
  const fresh = specs.map((spec, index) => ({
    ...handMadeReading([], { utterance: `Zin${turns.length} woord${turns.length} keus${index}` }),
    ...spec,
    locale,
  }));
  return before === undefined ? fresh : [...fresh, before];
}

function read(moves: Parameters<typeof handMadeReading>[0]): Pick<Reading, 'moves' | 'asks'> {
  const { moves: made, asks } = handMadeReading(moves, { utterance: 'een zin' });
  return { moves: made, asks };
}
