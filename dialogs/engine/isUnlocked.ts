import type { Line } from '../../content/schema/line.ts';
import { mayComeUp } from './mayComeUp.ts';
import type { Moment } from './moment.ts';

/**
 * Whether the talk has unlocked what a line gives away.
 *
 * | a line that | may be said when the concern or fact |
 * | --- | --- |
 * | raises a concern | may come up, or came up and is still unheard |
 * | tells a fact | is within the trust, its concern has come up or may, and it is new, or asked for again |
 * | is about a concern | has come up or may; a line with an upper trust keeps it back, and is safe |
 */
export function isUnlocked(line: Line, moment: Moment): boolean {
  return mayRaise(line, moment) && mayTell(line, moment) && mayTouch(line, moment);
}

/** Whether the parent may tell this fact, new or again. Unknown facts may not be told. */
export function mayBeTold(id: string, { scenario, agenda, state }: Moment): boolean {
  const fact = scenario.facts.find((candidate) => candidate.id === id);
  if (fact === undefined || state.trust < fact.trust) return false;
  const { concern } = fact;
  if (concern === undefined || !agenda.concerns.includes(concern) || state.raised.includes(concern)) return true;
  return mayComeUp(scenario, agenda, state, concern);
}

function mayRaise({ raises }: Line, { scenario, agenda, state }: Moment): boolean {
  if (raises === undefined || mayComeUp(scenario, agenda, state, raises)) return true;
  return state.raised.includes(raises) && !state.heard.includes(raises);
}

function mayTell({ tells }: Line, moment: Moment): boolean {
  if (tells === undefined) return true;
  const isNew = !moment.state.told.includes(tells);
  return mayBeTold(tells, moment) && (isNew || moment.facts.includes(tells));
}

function mayTouch({ when, raises }: Line, { scenario, agenda, state }: Moment): boolean {
  const { concern } = when;
  if (concern === undefined || concern === raises || state.raised.includes(concern)) return true;
  return mayComeUp(scenario, agenda, state, concern) || when.trust?.max !== undefined;
}
