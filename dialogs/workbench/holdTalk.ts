import type { Locale } from '../../content/schema/locale.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import type { Rehearsal } from '../engine/rehearsal.ts';
import { startRehearsal } from '../engine/startRehearsal.ts';
import { transition } from '../engine/transition.ts';
import type { Teacher } from './intention.ts';
import type { Voice } from './voice.ts';

/** Lets a simulated teacher hold a whole talk, to its end. The same teacher, voice, seed and language: the same talk. */
export function holdTalk(
  scenario: Scenario,
  { teacher, voice }: { readonly teacher: Teacher; readonly voice: Voice },
  begin: { readonly seed: number; readonly locale: Locale },
): Rehearsal {
  let [rehearsal] = startRehearsal(scenario, begin);
  while (rehearsal.phase === 'talking') {
    const reading = voice(teacher(rehearsal, scenario), rehearsal, scenario);
    [rehearsal] = transition(scenario, rehearsal, { type: 'teacher-spoke', reading });
  }
  return rehearsal;
}
