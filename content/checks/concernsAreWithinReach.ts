import type { Agenda, ScenarioFile } from '../schema/scenario.ts';
import type { ContentCheck, Finding } from './contentCheck.ts';

/** Every concern is on an agenda, and a hidden one opens after no more hearings than can have come before it. */
export const concernsAreWithinReach: ContentCheck = {
  id: 'concerns-are-within-reach',
  why: 'The teacher would be blamed for never hearing it.',
  run: (files) =>
    files.scenarios.flatMap(({ scenario }) => [
      ...offEveryAgenda(scenario),
      ...scenario.data.agendas.flatMap((agenda, index) => beyondReach(scenario, agenda, index)),
    ]),
};

type ScenarioContent = Finding['in'] & { readonly data: ScenarioFile };

function offEveryAgenda(scenario: ScenarioContent): readonly Finding[] {
  const { concerns, agendas } = scenario.data;
  return concerns.flatMap(({ id }, index) =>
    agendas.some((agenda) => agenda.concerns.includes(id))
      ? []
      : [
          {
            in: scenario,
            at: ['concerns', index],
            message: `"${id}" is on no agenda.`,
            fix: 'add it to the concerns of an agenda.',
          },
        ],
  );
}

function beyondReach(scenario: ScenarioContent, agenda: Agenda, index: number): readonly Finding[] {
  const reached = reachable(scenario.data, agenda);
  return agenda.concerns
    .filter((id) => !reached.has(id))
    .map((id) => ({
      in: scenario,
      at: ['agendas', index, 'concerns', agenda.concerns.indexOf(id)],
      message: `"${id}" opens after more concerns than can be heard before it in the agenda "${agenda.id}" (${reached.size}).`,
      fix: 'lower "opens.heard" of the concern, or add open concerns to the agenda.',
    }));
}

/** Opens one hidden concern after another until no more will open. */
function reachable({ concerns }: ScenarioFile, agenda: Agenda): ReadonlySet<string> {
  const onAgenda = concerns.filter(({ id }) => agenda.concerns.includes(id));
  const reached = new Set(onAgenda.filter(({ hidden }) => !hidden).map(({ id }) => id));
  for (let before = -1; before < reached.size; ) {
    before = reached.size;
    for (const { id, opens } of onAgenda) if (opens.heard <= before) reached.add(id);
  }
  return reached;
}
