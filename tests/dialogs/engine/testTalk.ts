import type { Scenario } from '../../../content/schema/scenario.ts';
import type { ParentState, Rehearsal, RehearsalEvent, Turn } from '../../../dialogs/engine/rehearsal.ts';
import { startRehearsal } from '../../../dialogs/engine/startRehearsal.ts';
import { transition } from '../../../dialogs/engine/transition.ts';

/** The rehearsal after these events, from the opening on. */
export function talk(scenario: Scenario, events: readonly RehearsalEvent[], seed = 1): Rehearsal {
  const [begun] = startRehearsal(scenario, { seed, locale: 'nl' });
  return events.reduce<Rehearsal>((rehearsal, event) => transition(scenario, rehearsal, event)[0], begun);
}

/** The last turn of a talk in which something was said. */
export function lastTurn({ turns }: Rehearsal): Turn {
  const turn = turns.at(-1);
  if (turn === undefined) throw new Error('nothing was said in this talk');
  return turn;
}

/** Where the parent stands now. */
export function stateOf({ turns, start }: Rehearsal): ParentState {
  return turns.at(-1)?.state ?? start;
}
