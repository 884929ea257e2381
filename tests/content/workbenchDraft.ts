import { stringify } from 'yaml';
import { kindOf } from '../../content/checkFileKinds.ts';
import type { WrittenMessage } from '../../content/readMessages.ts';
import type { WrittenQuestion } from '../../content/readQuestions.ts';
import { editorComment } from '../../content/schema/editorSchemas.ts';
import type { Example } from '../../content/schema/example.ts';
import type { LabelRules } from '../../content/schema/labelRule.ts';
import { MESSAGE_KINDS } from '../../content/schema/messageKind.ts';
import type { Readability, ReadabilityBounds } from '../../content/schema/readability.ts';
import type { RehearsalFile } from '../../content/schema/rehearsal.ts';
import {
  SAYINGS,
  type ScenarioTeacher,
  type TeacherSayings,
  teacherSayingsSchema,
} from '../../content/schema/teacher.ts';
import { SOMETHING_ELSE, TOPICS } from '../../content/schema/topic.ts';
import type { WorkbenchFiles } from '../../content/workbenchFiles.ts';

/** The smallest workbench that every check accepts, beside `contentDraft()`. */
export interface WorkbenchDraft {
  readonly sayings: TeacherSayings;
  readonly teacher: ScenarioTeacher;
  readonly readability: Readability;
  /** By file name without `.yaml`, as in `good.nl`. */
  readonly goldenTalks: Readonly<Record<string, RehearsalFile>>;
  readonly examples: readonly Example[];
  readonly labelRules: LabelRules;
  readonly questions: readonly WrittenQuestion[];
  readonly messages: readonly WrittenMessage[];
}

/** A workbench without a flaw; spread it and change the one thing that a test is about. */
export function workbenchDraft(): WorkbenchDraft {
  const talk = (locale: 'nl' | 'en'): RehearsalFile => ({ locale, seed: 1, talk: [{ say: 'Wat merkt u thuis?' }] });
  const names = ['good', 'mixed', 'poor'].flatMap((name) =>
    (['nl', 'en'] as const).map((locale) => ({ name, locale })),
  );
  const words = { nl: ['Wat naar voor u.'], en: ['How sad for you.'] };
  const each = SAYINGS.map((saying) => [saying, { nl: ['Een zin.'], en: ['A sentence.'] }]);
  return {
    sayings: teacherSayingsSchema.parse({ sayings: Object.fromEntries(each) }),
    teacher: { understands: { 'not-told': words, 'left-out': words } },
    readability: { nl: bounds(), en: bounds() },
    goldenTalks: Object.fromEntries(names.map(({ name, locale }) => [`${name}.${locale}`, talk(locale)])),
    examples: [],
    labelRules: {
      rules: [{ move: 'break-confidentiality', is: 'needs', nl: 'buurman', en: 'neighbour', why: 'Who?' }],
    },
    questions: questions(),
    messages: messages(),
  };
}

/** The draft as if it had been read from files. */
export function workbenchFiles(draft: WorkbenchDraft): WorkbenchFiles {
  const file = <T>(path: string, data: T) => ({
    file: path,
    text: stringify(data, { aliasDuplicateObjects: false }),
    data,
  });
  return {
    sayings: file('teachers/sayings.yaml', draft.sayings),
    scenarioTeachers: new Map([['quarrel', file('scenarios/quarrel/teacher.yaml', draft.teacher)]]),
    readability: file('readability.yaml', draft.readability),
    goldenTalks: Object.entries(draft.goldenTalks).map(([name, talk]) => ({
      ...file(`scenarios/quarrel/rehearsals/${name}.yaml`, talk),
      scenario: 'quarrel',
      name: name.split('.')[0] ?? '',
    })),
    examples: draft.examples,
    known: [],
    labelRules: file('moves/label-rules.yaml', draft.labelRules),
    questions: draft.questions,
    messages: draft.messages,
  };
}

/** The texts of the draft's files by path, to write beside those of `writeDraft`. */
export function workbenchTexts(draft: WorkbenchDraft): Readonly<Record<string, string>> {
  const { sayings, readability, goldenTalks, scenarioTeachers, labelRules } = workbenchFiles(draft);
  const all = [sayings, readability, labelRules, ...goldenTalks, ...scenarioTeachers.values()].flatMap(
    (one) => one ?? [],
  );
  const asked = Map.groupBy([...draft.questions, ...draft.messages], ({ file }) => file);
  return Object.fromEntries([
    ...all.map(({ file, text }) => {
      const kind = kindOf(file);
      return [file, `${kind ? editorComment(file, kind) : ''}\n${text}`];
    }),
    ...Array.from(asked, ([file, ones]) => [file, ones.map(({ text }) => text).join('\n')]),
  ]);
}

function questions(): readonly WrittenQuestion[] {
  return (['nl', 'en'] as const).flatMap((locale) =>
    [...TOPICS, SOMETHING_ELSE].flatMap((topic) =>
      Array.from({ length: 24 }, (_, index) => ({
        locale,
        topic: topic as WrittenQuestion['topic'],
        text: `${topic} ${index}`,
        file: `finding/${locale}/${topic}.txt`,
        line: index + 1,
      })),
    ),
  );
}

function messages(): readonly WrittenMessage[] {
  return (['nl', 'en'] as const).flatMap((locale) =>
    MESSAGE_KINDS.flatMap((kind) =>
      Array.from({ length: 40 }, (_, index) => ({
        locale,
        kinds: [kind],
        text: `${kind} ${index}`,
        file: `answering/examples/${locale}/${kind}.txt`,
        line: index + 1,
      })),
    ),
  );
}

function bounds(): ReadabilityBounds {
  return {
    formula: { base: 206.84, perWordInSentence: 0.93, perSyllableInWord: 77 },
    least: 50,
    from: 20,
    wordsInSentence: 26,
    syllablesInWord: 4,
    longWords: 1,
    easyWords: [],
    conjunctions: ['omdat'],
    clauses: 2,
    source: 'article',
  };
}
