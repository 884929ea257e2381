import type { ContentFiles } from '../contentFiles.ts';
import type { ContentCheck, Finding } from './contentCheck.ts';
import { linesInTalk } from './linesOf.ts';

interface Named {
  readonly in: Finding['in'];
  readonly at: Finding['at'];
  readonly id: string;
}

/** No two things of one kind have the same id; lines are unique within a scenario together with its persona. */
export const uniqueIds: ContentCheck = {
  id: 'unique-ids',
  why: 'Whatever refers to it would find the wrong one.',
  run: (files) => groups(files).flatMap(repeated),
};

function groups(files: ContentFiles): readonly (readonly Named[])[] {
  const wholeFiles = [files.personas, files.tips, files.toolbox, files.scenarios.map(({ scenario }) => scenario)];
  return [
    ...wholeFiles.map((group) => group.map((content) => ({ in: content, at: ['id'], id: content.data.id }))),
    files.sources ? named(files.sources, 'sources', files.sources.data.sources) : [],
    files.moves ? named(files.moves, 'moves', files.moves.data.moves) : [],
    files.weights ? named(files.weights, 'weights', files.weights.data.weights) : [],
    ...files.scenarios.flatMap((scenario) => [
      named(scenario.scenario, 'concerns', scenario.scenario.data.concerns),
      named(scenario.scenario, 'facts', scenario.scenario.data.facts),
      named(scenario.scenario, 'agendas', scenario.scenario.data.agendas),
      linesInTalk(files, scenario).map(({ in: file, at, line }) => ({ in: file, at: [...at, 'id'], id: line.id })),
    ]),
  ];
}

function named(file: Finding['in'], list: string, entries: readonly { readonly id: string }[]): readonly Named[] {
  return entries.map(({ id }, index) => ({ in: file, at: [list, index, 'id'], id }));
}

function repeated(group: readonly Named[]): readonly Finding[] {
  const seen = new Set<string>();
  return group.flatMap(({ in: file, at, id }) => {
    const again = seen.has(id);
    seen.add(id);
    return again
      ? [{ in: file, at, message: `The id "${id}" is used twice.`, fix: 'give one of the two another id.' }]
      : [];
  });
}
