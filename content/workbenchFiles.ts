import { globSync } from 'node:fs';
import type { ContentProblem } from './contentError.ts';
import { readExamples } from './readExamples.ts';
import { readMessages, type WrittenMessage } from './readMessages.ts';
import { readQuestions, type WrittenQuestion } from './readQuestions.ts';
import { type ContentFile, readYaml } from './readYaml.ts';
import type { Example } from './schema/example.ts';
import { type LabelRules, labelRulesFileSchema } from './schema/labelRule.ts';
import { LOCALES } from './schema/locale.ts';
import { type Readability, readabilitySchema } from './schema/readability.ts';
import { type RehearsalFile, rehearsalFileSchema } from './schema/rehearsal.ts';
import {
  type ScenarioTeacher,
  scenarioTeacherSchema,
  type TeacherSayings,
  teacherSayingsSchema,
} from './schema/teacher.ts';

/** A golden talk and where it belongs. */
export interface GoldenTalk extends ContentFile<RehearsalFile> {
  /** Folder of the scenario. */
  readonly scenario: string;
  /** File name without language and ending, as in `good`. */
  readonly name: string;
}

/** Content that no rehearsal needs: only the author's check reads it. */
export interface WorkbenchFiles {
  readonly goldenTalks: readonly GoldenTalk[];
  /** What the simulated teachers say, in any scenario. */
  readonly sayings: ContentFile<TeacherSayings> | undefined;
  /** What a good teacher says in one scenario, by its folder. */
  readonly scenarioTeachers: ReadonlyMap<string, ContentFile<ScenarioTeacher>>;
  readonly readability: ContentFile<Readability> | undefined;
  /** Turns with their labels, from which the recognizer learns; empty where it goes by cues alone. */
  readonly examples: readonly Example[];
  /** Turns with their labels with which the cues were made. */
  readonly known: readonly Example[];
  /** Labels that contradict the guide. */
  readonly labelRules: ContentFile<LabelRules> | undefined;
  /** Questions by which topics are found; where they stand matters to the check alone. */
  readonly questions: readonly WrittenQuestion[];
  /** Messages by which kinds of message are found. */
  readonly messages: readonly WrittenMessage[];
}

/** A workbench without files: for checks that run at every start and need none. */
export const noWorkbench: WorkbenchFiles = {
  goldenTalks: [],
  sayings: undefined,
  scenarioTeachers: new Map(),
  readability: undefined,
  examples: [],
  known: [],
  labelRules: undefined,
  questions: [],
  messages: [],
};

/** Reads what the author's check needs beside the content itself; what a schema refuses comes back as problems. */
export function readWorkbenchFiles(root: string): {
  files: WorkbenchFiles;
  problems: readonly ContentProblem[];
} {
  const problems: ContentProblem[] = [];
  function read<T>(file: string, schema: Parameters<typeof readYaml<T>>[2]): ContentFile<T> | undefined {
    const reading = readYaml(root, file, schema);
    if (reading.ok) return reading.content;
    problems.push(...reading.problems);
    return undefined;
  }
  function readTurns(folder: string): readonly Example[] {
    return LOCALES.flatMap((locale) => {
      const reading = readExamples(locale, folder, root);
      problems.push(...reading.problems);
      return reading.examples;
    });
  }

  const asked = readQuestions(root);
  problems.push(...asked.problems);
  const written = readMessages(root);
  problems.push(...written.problems);

  const golden = readGoldenTalks(root);
  problems.push(...golden.problems);

  const files: WorkbenchFiles = {
    goldenTalks: golden.goldenTalks,
    sayings: read('teachers/sayings.yaml', teacherSayingsSchema),
    scenarioTeachers: new Map(
      filesLike(root, 'scenarios/*/teacher.yaml').flatMap((file) => {
        const content = read(file, scenarioTeacherSchema);
        return content ? [[file.split('/')[1] ?? '', content] as const] : [];
      }),
    ),
    readability: read('readability.yaml', readabilitySchema),
    examples: readTurns('moves/examples'),
    known: readTurns('moves/known'),
    labelRules: read('moves/label-rules.yaml', labelRulesFileSchema),
    questions: asked.questions,
    messages: written.messages,
  };
  return { files, problems };
}

/** Reads the golden talks of all scenarios below `root`. */
export function readGoldenTalks(root: string): Pick<WorkbenchFiles, 'goldenTalks'> & {
  readonly problems: readonly ContentProblem[];
} {
  const problems: ContentProblem[] = [];
  const goldenTalks = filesLike(root, 'scenarios/*/rehearsals/*.yaml').flatMap((file) => {
    const reading = readYaml(root, file, rehearsalFileSchema);
    if (!reading.ok) {
      problems.push(...reading.problems);
      return [];
    }
    const [, scenario = '', , fileName = ''] = file.split('/');
    return [{ ...reading.content, scenario, name: fileName.split('.')[0] ?? '' }];
  });
  return { goldenTalks, problems };
}

/** Files that fit the pattern, in order; templates (folders that begin with `_`) are left out. */
function filesLike(root: string, pattern: string): readonly string[] {
  return globSync(pattern, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('scenarios/_'))
    .sort();
}
