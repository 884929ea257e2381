import type { Scenario } from '../../../content/schema/scenario.ts';
import { onTheTable } from '../../../dialogs/engine/onTheTable.ts';
import type { Rehearsal } from '../../../dialogs/engine/rehearsal.ts';
import { holdTalk } from '../../../dialogs/workbench/holdTalk.ts';
import { intend, type Teacher } from '../../../dialogs/workbench/intention.ts';
import { teachers } from '../../../dialogs/workbench/teachers.ts';
import { handMadeVoice } from '../../../dialogs/workbench/voice.ts';
import { stateOf } from './testTalk.ts';

/** Lets a simulated teacher hold a whole talk, every word taken as meant. */
export function hold(scenario: Scenario, teacher: Teacher, seed: number): Rehearsal {
  return holdTalk(scenario, { teacher, voice: handMadeVoice }, { seed, locale: 'nl' });
}

/** Takes up what is on the table, asks when nothing is, and plans once the decisive concern is heard. */
export const { expert } = teachers;

/** Listens well, and never comes to a plan. */
export const listener: Teacher = (rehearsal) => {
  const concern = onTheTable(stateOf(rehearsal));
  return concern === null ? intend(['ask-open-question']) : intend(['show-understanding'], { concern });
};

/** Hears one thing, offers to meet again, and closes. */
export const early: Teacher = (rehearsal, scenario) => {
  if (rehearsal.turns.length < 2) return listener(rehearsal, scenario);
  return rehearsal.turns.length === 2 ? intend(['propose-face-to-face']) : intend(['farewell']);
};
