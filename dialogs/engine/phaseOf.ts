import type { Agenda, Scenario } from '../../content/schema/scenario.ts';
import type { Phase } from '../../content/schema/state.ts';
import { heatOf } from './heatOf.ts';
import { promisedBeyond } from './promises.ts';
import type { ParentState } from './rehearsal.ts';

/**
 * Where a talk stands, by its state alone.
 *
 * | phase | from when |
 * | --- | --- |
 * | closing | decisive concern heard, an own promise made and none beyond influence, tension and trust as in `scenario.good` |
 * | plan | the parent is not hot, and: decisive concern heard, or any concern heard and an own promise made |
 * | both-views | any concern heard |
 * | exploring | the parent has told something, or a second concern has come up |
 * | opening | before all that |
 */
export function phaseOf(scenario: Scenario, agenda: Agenda, state: Omit<ParentState, 'phase'>): Phase {
  const promised = state.promises.some(({ reach }) => reach === 'own');
  const decided = state.heard.includes(agenda.decisive);
  if (decided && promised && isGood(scenario, state)) return 'closing';
  const ready = decided || (promised && state.heard.length > 0);
  if (ready && heatOf(state.tension) !== 'hot') return 'plan';
  if (state.heard.length > 0) return 'both-views';
  return state.told.length > 0 || state.raised.length > 1 ? 'exploring' : 'opening';
}

function isGood({ good }: Scenario, { tension, trust, promises }: Omit<ParentState, 'phase'>): boolean {
  return tension <= good.tension && trust >= good.trust && !promisedBeyond(promises);
}
