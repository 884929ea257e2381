import type { ContentFiles, ScenarioFiles } from '../contentFiles.ts';
import type { Path } from '../lineFinder.ts';
import type { ContentCheck, Finding } from './contentCheck.ts';
import { linesInTalk, placedLines } from './linesOf.ts';

/** Every id that something refers to is there: personas, sources, concerns, facts, agendas. */
export const referencesExist: ContentCheck = {
  id: 'references-exist',
  why: 'Nothing would ever answer to it.',
  run: (files) => [
    ...sourceReferences(files),
    ...files.scenarios.flatMap((scenario) => scenarioReferences(files, scenario)),
  ],
};

interface Reference {
  readonly in: Finding['in'];
  readonly at: Path;
  readonly id: string | undefined;
}

function sourceReferences(files: ContentFiles): readonly Finding[] {
  if (!files.sources) return [];

  const cited: readonly Reference[] = [
    ...[...files.tips, ...files.toolbox].map((content) => ({ in: content, at: ['source'], id: content.data.source })),
    ...files.tips.map((tip) => ({ in: tip, at: ['origin', 'article'], id: tip.data.origin.article })),
    ...files.toolbox.flatMap((tool) =>
      (tool.data.claims ?? []).map(({ source }, index) => ({ in: tool, at: ['claims', index, 'source'], id: source })),
    ),
    ...files.scenarios.flatMap(({ scenario }) => each(scenario, ['sources'], scenario.data.sources)),
    ...(files.rubric ? each(files.rubric, ['sources'], files.rubric.data.sources) : []),
    ...(files.answering?.kinds ?? []).flatMap((kind) => each(kind, ['sources'], kind.data.sources)),
    ...(files.weights ? weightSources(files.weights) : []),
  ];
  return missing('source', cited, files.sources.data.sources, 'add it to sources.yaml');
}

function weightSources(weights: NonNullable<ContentFiles['weights']>): readonly Reference[] {
  return [
    ...weights.data.weights.map(({ source }, index) => ({ in: weights, at: ['weights', index, 'source'], id: source })),
    { in: weights, at: ['decay', 'source'], id: weights.data.decay.source },
    { in: weights, at: ['carry', 'source'], id: weights.data.carry?.source },
    ...(weights.data.followUps ?? []).map(({ source }, index) => ({
      in: weights,
      at: ['followUps', index, 'source'],
      id: source,
    })),
    ...Object.entries(weights.data.difficulties ?? {}).map(([level, { source }]) => ({
      in: weights,
      at: ['difficulties', level, 'source'],
      id: source,
    })),
  ];
}

function scenarioReferences(files: ContentFiles, scenario: ScenarioFiles): readonly Finding[] {
  const { data } = scenario.scenario;
  const lines = linesInTalk(files, scenario);
  const concerns = [
    ...data.facts.map(({ concern }, index) => ({
      in: scenario.scenario,
      at: ['facts', index, 'concern'],
      id: concern,
    })),
    ...data.agendas.flatMap(({ concerns, decisive }, index) => [
      ...each(scenario.scenario, ['agendas', index, 'concerns'], concerns),
      { in: scenario.scenario, at: ['agendas', index, 'decisive'], id: decisive },
    ]),
    ...lines.flatMap(({ in: file, at, line: { when, raises } }) => [
      { in: file, at: [...at, 'raises'], id: raises },
      { in: file, at: [...at, 'when', 'concern'], id: when.concern },
      ...each(file, [...at, 'when', 'heard'], when.heard),
      ...each(file, [...at, 'when', 'unheard'], when.unheard),
    ]),
  ];
  const facts = lines.flatMap(({ in: file, at, line: { when, tells } }) => [
    { in: file, at: [...at, 'tells'], id: tells },
    { in: file, at: [...at, 'when', 'fact'], id: when.fact },
  ]);
  const agendas = placedLines(scenario.lines).flatMap(({ in: file, at, line: { when } }) =>
    each(file, [...at, 'when', 'agenda'], when.agenda),
  );

  const voices = [
    ...data.concerns.map(({ voice }, index) => ({
      in: scenario.scenario,
      at: ['concerns', index, 'voice'],
      id: voice,
    })),
    ...lines.flatMap(({ in: file, at, line: { voice, when } }) => [
      { in: file, at: [...at, 'voice'], id: voice },
      ...each(file, [...at, 'when', 'addressed'], when.addressed),
      ...each(file, [...at, 'when', 'overlooked'], when.overlooked),
    ]),
  ];

  return [
    ...personaReference(files, scenario),
    ...missing('concern', concerns, data.concerns, 'add it under concerns in scenario.yaml'),
    ...missing('voice', voices, data.voices ?? [], 'add it under voices in scenario.yaml'),
    ...missing('fact', facts, data.facts, 'add it under facts in scenario.yaml'),
    ...missing('agenda', agendas, data.agendas, 'add it under agendas in scenario.yaml'),
  ];
}

function personaReference(files: ContentFiles, { scenario }: ScenarioFiles): readonly Finding[] {
  const { persona } = scenario.data;
  if (files.refused.has(`personas/${persona}.yaml`)) return [];

  const known = files.personas.map(({ data }) => data);
  return missing('persona', [{ in: scenario, at: ['persona'], id: persona }], known, `add personas/${persona}.yaml`);
}

function each(file: Finding['in'], at: Path, ids: readonly string[] = []): readonly Reference[] {
  return ids.map((id, index) => ({ in: file, at: [...at, index], id }));
}

function missing(
  kind: string,
  references: readonly Reference[],
  known: readonly { readonly id: string }[],
  remedy: string,
): readonly Finding[] {
  const ids = new Set(known.map(({ id }) => id));
  return references
    .filter(({ id }) => id !== undefined && !ids.has(id))
    .map(({ in: file, at, id }) => ({
      in: file,
      at,
      message: `There is no ${kind} "${id}".`,
      fix: `${remedy}, or use one of: ${[...ids].join(', ')}.`,
    }));
}
