import { named, OWN_CASE, ownScenario } from '../../../content/ownCase/ownScenario.ts';
import { resolveScenario } from '../../../content/resolveScenario.ts';
import type { Content, PrepareContent } from '../../../content/schema/content.ts';
import type { OwnCase } from '../../../content/schema/ownCase.ts';
import type { Scenario } from '../../../content/schema/scenario.ts';
import type { ScenarioTeacher } from '../../../content/schema/teacher.ts';

/** A scenario made from own answers as the simulated teachers try it. */
export interface OwnTrial {
  /** Its id is `own-case-<kind>`. */
  readonly scenario: Scenario;
  readonly understands: ScenarioTeacher['understands'];
}

/** One scenario for each kind of own case, with the parent it usually has and the usual nickname. */
export function ownTrials({ prepare, moves }: Content): readonly OwnTrial[] {
  return prepare?.kinds.map((kind) => trialOf(prepare, kind, moves)) ?? [];
}

/** The file of a kind of own case, by the id of its scenario; undefined when it is none. */
export function ownCaseFile(id: string): string | undefined {
  return id.startsWith(`${OWN_CASE}-`) ? `prepare/own-cases/${id.slice(OWN_CASE.length + 1)}.yaml` : undefined;
}

function trialOf(prepare: PrepareContent, kind: OwnCase, moves: Content['moves']): OwnTrial {
  const { any, kinds, personas, anyone, weights } = prepare;
  const answers = { kind: kind.id, parent: kind.usually, nickname: null, what: null, goal: null, about: [] };
  const { scenario, lines } = ownScenario(any, kinds, answers, 'nl');
  const persona = personas.find(({ id }) => id === scenario.persona);
  if (!persona) throw new Error(`There is no persona ${scenario.persona}.`);

  const ids = new Set(scenario.concerns.map(({ id }) => id));
  const all = Object.entries({ ...any.understands, ...kind.understands }).filter(([id]) => ids.has(id));
  return {
    scenario: resolveScenario({
      scenario: { ...scenario, id: `${OWN_CASE}-${kind.id}` },
      lines,
      persona,
      anyone,
      weights,
      moves,
    }),
    understands: named(Object.fromEntries(all), scenario.child.name),
  };
}
