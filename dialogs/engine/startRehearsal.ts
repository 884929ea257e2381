import type { Locale } from '../../content/schema/locale.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import { afterReply } from './afterReply.ts';
import { agendaBySeed } from './agendaOf.ts';
import { chooseReply } from './chooseReply.ts';
import { composeReply } from './composeReply.ts';
import { momentAtStart } from './moment.ts';
import type { Effect, ParentState, Rehearsal } from './rehearsal.ts';

/**
 * Begins a rehearsal: the seed (a whole number) picks what this parent is after today, and the parent speaks first,
 * as turn 0.
 */
export function startRehearsal(
  scenario: Scenario,
  { seed, locale }: { readonly seed: number; readonly locale: Locale },
): readonly [rehearsal: Rehearsal, effects: readonly Effect[]] {
  const agenda = agendaBySeed(scenario, seed);
  const blank: ParentState = {
    ...scenario.persona.start,
    ...scenario.start,
    heard: [],
    raised: [],
    told: [],
    promises: [],
    phase: 'opening',
  };
  const moment = momentAtStart(scenario, agenda, { locale, seed, start: blank });
  const lines = chooseReply(moment);
  const start = afterReply(scenario, agenda, blank, lines);
  const opening = composeReply(lines, { ...moment, state: start });
  const rehearsal: Rehearsal = {
    version: 1,
    phase: 'talking',
    scenario: scenario.id,
    revision: scenario.revision,
    locale,
    seed,
    agenda: agenda.id,
    start,
    opening,
    turns: [],
    tries: [],
    ended: null,
  };
  return [rehearsal, [{ type: 'parent-says', text: opening.text, turn: 0 }]];
}
