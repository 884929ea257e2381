import type { Agenda, Scenario } from '../../content/schema/scenario.ts';
import { chance } from './chance.ts';

/** The agenda of this id. Throws when the scenario has none: then the rehearsal belongs to other content. */
export function agendaOf(scenario: Scenario, id: string): Agenda {
  const agenda = scenario.agendas.find((candidate) => candidate.id === id);
  if (agenda === undefined) throw new Error(`Scenario ${scenario.id} has no agenda ${id}`);
  return agenda;
}

/** What the parent is after today: which of the scenario's agendas, the seed decides. */
export function agendaBySeed(scenario: Scenario, seed: number): Agenda {
  const agenda = scenario.agendas[Math.floor(chance(seed, 'agenda') * scenario.agendas.length)];
  if (agenda === undefined) throw new Error(`Scenario ${scenario.id} has no agenda`);
  return agenda;
}
