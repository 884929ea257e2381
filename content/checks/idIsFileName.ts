import type { ContentCheck, Finding } from './contentCheck.ts';

/** The id of a persona, tip, tool or kind of message is its file name; that of a scenario is the name of its folder. */
export const idIsFileName: ContentCheck = {
  id: 'id-is-file-name',
  why: 'An author looks for the file by its id.',
  run: (files) => [
    ...[...files.personas, ...files.tips, ...files.toolbox, ...(files.answering?.kinds ?? [])].flatMap((content) =>
      differs(content, content.data.id, content.file.replace(/^.*\/|\.yaml$/g, '')),
    ),
    ...files.scenarios.flatMap(({ folder, scenario }) => differs(scenario, scenario.data.id, folder)),
  ],
};

function differs(file: Finding['in'], id: string, name: string): readonly Finding[] {
  if (id === name) return [];
  return [
    {
      in: file,
      at: ['id'],
      message: `The id is "${id}", the name is "${name}".`,
      fix: `make both "${name}", or both "${id}".`,
    },
  ];
}
