import type { Agenda, Scenario } from '../../content/schema/scenario.ts';
import type { ParentState } from './rehearsal.ts';

/**
 * Whether the parent may bring this concern up now: it is on today's agenda, has not come up before, and, when
 * hidden, there is the trust and the hearing that it asks for.
 */
export function mayComeUp(scenario: Scenario, agenda: Agenda, state: ParentState, id: string): boolean {
  if (!agenda.concerns.includes(id) || state.raised.includes(id)) return false;
  const concern = scenario.concerns.find((candidate) => candidate.id === id);
  if (concern === undefined) return false;
  return !concern.hidden || (state.trust >= concern.opens.trust && state.heard.length >= concern.opens.heard);
}
