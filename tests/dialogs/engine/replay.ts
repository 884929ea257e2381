import type { Scenario } from '../../../content/schema/scenario.ts';
import type { Reading } from '../../../dialogs/engine/reading.ts';
import type { Begin, Rehearsal } from '../../../dialogs/engine/rehearsal.ts';
import { startRehearsal } from '../../../dialogs/engine/startRehearsal.ts';
import { takeTurn } from '../../../dialogs/engine/takeTurn.ts';

/**
 * The rehearsal that these readings lead to, from the opening on. Readings after an ending are left out. The same
 * scenario revision, beginning and readings give the same talk, byte for byte.
 */
export function replay(scenario: Scenario, begin: Begin, readings: readonly Reading[]): Rehearsal {
  let [rehearsal] = startRehearsal(scenario, begin);
  for (const reading of readings) {
    if (rehearsal.phase === 'ended') break;
    [rehearsal] = takeTurn(scenario, rehearsal, reading);
  }
  return rehearsal;
}
