import type { Line } from '../schema/line.ts';
import type { ScenarioFile } from '../schema/scenario.ts';
import type { ContentCheck } from './contentCheck.ts';
import { placedLines } from './linesOf.ts';

/** No line has conditions that cannot hold where it stands. */
export const linesCanBeSaid: ContentCheck = {
  id: 'lines-can-be-said',
  why: 'The author wrote it and nobody would ever hear it.',
  run: (files) => [
    ...files.scenarios.flatMap(({ lines, scenario }) =>
      placedLines(lines).flatMap(({ in: file, at, line }) =>
        [...impossible(line), ...offAgenda(line, scenario.data)].map((fault) => ({
          in: file,
          at: [...at, ...(fault.key === 'raises' ? ['raises'] : ['when', fault.key])],
          message: `"${line.id}" can never be said: ${fault.message}`,
          fix: fault.fix,
        })),
      ),
    ),
    ...files.personas.flatMap((persona) =>
      placedLines(persona).flatMap(({ in: file, at, line }) =>
        impossible(line).map((fault) => ({
          in: file,
          at: [...at, 'when', fault.key],
          message: `"${line.id}" can never be said: ${fault.message}`,
          fix: fault.fix,
        })),
      ),
    ),
  ],
};

interface Fault {
  readonly key: string;
  readonly message: string;
  readonly fix: string;
}

const NEEDS_A_TEACHER = ['move', 'fact', 'concern', 'heard', 'ending'] as const;
const SAID_BEFORE_LAST_WORDS = ['parent-left', 'out-of-turns', 'time-is-up'];

function impossible({ part, when }: Line): readonly Fault[] {
  const faults: Fault[] = [];
  const add = (key: string, message: string, fix: string) => faults.push({ key, message, fix });
  if (part === 'opening') {
    for (const key of NEEDS_A_TEACHER)
      if (when[key] !== undefined) add(key, 'the teacher has not spoken yet.', `take "${key}" out of its conditions.`);
    if (when.specific === true || when.again === true || when.promised === true)
      add('specific', 'the teacher has not spoken yet.', 'take "specific", "again" and "promised" out.');
  }
  if (part === 'ending' && when.ending === undefined)
    add('ending', 'last words are looked for by the reason of the end.', 'add "ending" to its conditions.');
  if (part !== 'ending' && part !== 'thought' && part !== 'opening' && when.ending !== undefined) {
    if (!SAID_BEFORE_LAST_WORDS.includes(when.ending))
      add('ending', `when a talk ends "${when.ending}" only last words are said.`, 'make it "part: ending".');
  }
  const both = when.heard?.filter((id) => when.unheard?.includes(id)) ?? [];
  if (both.length > 0)
    add('unheard', `"${both[0]}" must be heard and unheard at once.`, 'take it out of one of the two lists.');
  if (when.unknown === true && part !== 'reaction')
    add(
      'unknown',
      'what is unknown is answered by a reaction, and then by what comes close.',
      'make it "part: reaction".',
    );
  if (when.specific === true && when.again === true)
    add('again', 'words that were said before are never specific.', 'take "specific" out of its conditions.');
  return faults;
}

/** Concerns that are there, and yet come up in no agenda that the line is for. */
function offAgenda({ when, raises }: Line, { agendas, concerns: known }: ScenarioFile): readonly Fault[] {
  const possible = agendas.filter(({ id }) => when.agenda?.includes(id) ?? true);
  const comesUp = (id: string) =>
    !known.some((concern) => concern.id === id) || possible.some(({ concerns }) => concerns.includes(id));
  const fix = 'choose another agenda, or add the concern to it.';
  return [
    ...(raises === undefined || comesUp(raises)
      ? []
      : [{ key: 'raises', message: `"${raises}" is not on the agenda that it is for.`, fix }]),
    ...(when.heard ?? [])
      .filter((id) => !comesUp(id))
      .map((id) => ({ key: 'heard', message: `"${id}" is never heard in the agenda that it is for.`, fix })),
  ];
}
