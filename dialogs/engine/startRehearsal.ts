import type { Agenda, Scenario } from '../../content/schema/scenario.ts';
import { afterReply } from './afterReply.ts';
import { agendaBySeed } from './agendaOf.ts';
import { followUpsOf } from './beforeOf.ts';
import { chooseReply } from './chooseReply.ts';
import { composeReply } from './composeReply.ts';
import { momentAtStart } from './moment.ts';
import { phaseOf } from './phaseOf.ts';
import { prologueOf } from './prologueOf.ts';
import type { Before, Begin, Effect, ParentState, Rehearsal } from './rehearsal.ts';

/**
 * Begins a rehearsal: the seed (a whole number) picks what this parent is after today, and the parent speaks first,
 * as turn 0. With `before` it is the next talk with the same parent, some weeks later: that talk decides where this
 * one starts, and the parent takes it up.
 */
export function startRehearsal(
  scenario: Scenario,
  begin: Begin,
): readonly [rehearsal: Rehearsal, effects: readonly Effect[]] {
  const { seed, locale, difficulty = 'normal', before = null, minutes = null } = begin;
  const agenda = agendaBySeed(scenario, seed);
  const [values, prologue] = prologueOf(scenario, begin, { ...scenario.persona.start, ...scenario.start });
  const unspoken = { ...values, heard: stillHeard(agenda, before), raised: [], told: [], promises: [] };
  const blank: ParentState = {
    ...unspoken,
    raised: unspoken.heard,
    phase: phaseOf(scenario, agenda, unspoken),
  };
  const followUp = before === null ? null : (followUpsOf(before)[0] ?? null);
  const moment = momentAtStart(scenario, agenda, { locale, seed, start: blank, followUp });
  const lines = chooseReply(moment);
  const start = afterReply(scenario, agenda, blank, lines);
  const opening = composeReply(lines, { ...moment, state: start });
  const rehearsal: Rehearsal = {
    version: 2,
    phase: 'talking',
    scenario: scenario.id,
    revision: scenario.revision,
    locale,
    seed,
    agenda: agenda.id,
    difficulty,
    before,
    minutes,
    prologue,
    start,
    opening,
    turns: [],
    tries: [],
    ended: null,
  };
  return [rehearsal, [{ type: 'parent-says', text: opening.text, turn: 0 }]];
}

/**
 * What need not be said again in the next talk: what was heard in the last, unless the parent left or was promised the
 * impossible. What today is really about always has to be heard again.
 */
function stillHeard({ decisive }: Agenda, before: Before | null): readonly string[] {
  if (before === null || before.ended === 'parent-left' || before.promisedBeyond.length > 0) return [];
  return before.heard.filter((id) => id !== decisive);
}
