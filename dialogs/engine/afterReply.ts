import type { Line } from '../../content/schema/line.ts';
import type { Agenda, Scenario } from '../../content/schema/scenario.ts';
import { phaseOf } from './phaseOf.ts';
import type { ParentState } from './rehearsal.ts';

/** The state once the parent has said these lines: what they raise is on the table, what they tell is known. */
export function afterReply(
  scenario: Scenario,
  agenda: Agenda,
  state: ParentState,
  lines: readonly Line[],
): ParentState {
  const told = lines.flatMap(({ tells }) => tells ?? []);
  const raised = lines.flatMap(({ raises }) => raises ?? []).concat(concernsBehind(scenario, agenda, told));
  const next = {
    ...state,
    raised: [...new Set([...state.raised, ...raised])],
    told: [...new Set([...state.told, ...told])],
  };
  return { ...next, phase: phaseOf(scenario, agenda, next) };
}

function concernsBehind({ facts }: Scenario, agenda: Agenda, told: readonly string[]): readonly string[] {
  const behind = told.flatMap((id) => facts.find((fact) => fact.id === id)?.concern ?? []);
  return behind.filter((id) => agenda.concerns.includes(id));
}
