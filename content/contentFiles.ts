import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { ContentProblem } from './contentError.ts';
import { type ContentFile, readYaml } from './readYaml.ts';
import { commandsFileSchema } from './schema/commands.ts';
import { cuesFileSchema, namesFileSchema, type Words, wordsFileSchema } from './schema/cue.ts';
import { type DangerWords, dangerFileSchema } from './schema/danger.ts';
import { type Hearing, hearingFileSchema } from './schema/hearing.ts';
import { linesFileSchema } from './schema/line.ts';
import { LOCALES, type Locale } from './schema/locale.ts';
import {
  type MaskingNamesFile,
  type MaskingWordsFile,
  maskingNamesSchema,
  maskingWordsSchema,
} from './schema/masking.ts';
import { type MessageKind, type MessageWords, messageKindSchema, messageWordsSchema } from './schema/messageKind.ts';
import { type MessageTree, messagesFileSchema } from './schema/messages.ts';
import { movesFileSchema, TIPS } from './schema/move.ts';
import { type AnyOwnCase, anyOwnCaseSchema, type OwnCase, ownCaseSchema } from './schema/ownCase.ts';
import { type Persona, personaSchema } from './schema/persona.ts';
import { type Prepare, type PrepareExamples, prepareExamplesSchema, prepareSchema } from './schema/prepare.ts';
import { type Questions, questionsFileSchema } from './schema/questions.ts';
import { type Rubric, rubricSchema } from './schema/rubric.ts';
import { type ScenarioFile, scenarioFileSchema } from './schema/scenario.ts';
import { sourcesFileSchema } from './schema/source.ts';
import { type Tip, tipSchema } from './schema/tip.ts';
import { type ToolboxEntry, toolboxSchema } from './schema/toolbox.ts';
import { type Weights, weightsFileSchema } from './schema/weight.ts';

/** How the name of a folder begins that is a template and no scenario. */
const TEMPLATE = '_';
const WORDS_FILE = 'answering/words.yaml';

/** One message file and where its texts go. */
export interface MessagesFile extends ContentFile<MessageTree> {
  /** First part of every key in it. */
  readonly name: string;
  readonly locale: Locale;
}

/** A scenario as it stands in its folder, `content/scenarios/<id>/`. */
export interface ScenarioFiles {
  /** Name of the folder. */
  readonly folder: string;
  readonly scenario: ContentFile<ScenarioFile>;
  readonly lines: ContentFile<z.infer<typeof linesFileSchema>>;
  /** Left out while nobody has written any. */
  readonly questions: ContentFile<Questions> | undefined;
}

/** `content/moves/{words,cues,hearing}.<locale>.yaml`. */
export interface LanguageFiles {
  readonly locale: Locale;
  readonly words: ContentFile<Words>;
  readonly cues: ContentFile<z.infer<typeof cuesFileSchema>>;
  readonly hearing: ContentFile<Hearing>;
}

/** `content/safety/danger.<locale>.yaml`. */
export interface DangerFile extends ContentFile<DangerWords> {
  readonly locale: Locale;
}

/** `content/prepare/`: the walk to a plan, its examples, and what an own case is made of. */
export interface PrepareFiles {
  readonly walk: ContentFile<Prepare>;
  readonly examples: ContentFile<PrepareExamples>;
  readonly any: ContentFile<AnyOwnCase>;
  readonly kinds: readonly ContentFile<OwnCase>[];
}

/** `content/answering/`: what a parent's message can carry, and how to answer it. */
export interface AnsweringFiles {
  readonly kinds: readonly ContentFile<MessageKind>[];
  readonly words: ContentFile<MessageWords>;
}

/** `content/masking/`: names, and by which words they are found. */
export interface MaskingFiles {
  readonly names: ContentFile<MaskingNamesFile>;
  readonly words: Readonly<Record<Locale, ContentFile<MaskingWordsFile>>>;
}

/** Every content file that its schema accepts, before anything refers to anything. */
export interface ContentFiles {
  readonly scenarios: readonly ScenarioFiles[];
  readonly personas: readonly ContentFile<Persona>[];
  /** What any parent could say. */
  readonly anyone: ContentFile<z.infer<typeof linesFileSchema>> | undefined;
  readonly tips: readonly ContentFile<Tip>[];
  readonly toolbox: readonly ContentFile<ToolboxEntry>[];
  readonly messages: readonly MessagesFile[];
  readonly moves: ContentFile<z.infer<typeof movesFileSchema>> | undefined;
  readonly sources: ContentFile<z.infer<typeof sourcesFileSchema>> | undefined;
  readonly weights: ContentFile<Weights> | undefined;
  readonly commands: ContentFile<z.infer<typeof commandsFileSchema>> | undefined;
  readonly names: ContentFile<z.infer<typeof namesFileSchema>> | undefined;
  /** What the recognizer knows of each language. */
  readonly languages: readonly LanguageFiles[];
  readonly danger: readonly DangerFile[];
  /** Left out where there is no such folder. */
  readonly prepare?: PrepareFiles | undefined;
  /** Left out where there is no such folder. */
  readonly answering?: AnsweringFiles | undefined;
  /** Left out where there is no such folder. */
  readonly rubric?: ContentFile<Rubric> | undefined;
  /** Left out where there is no such folder. */
  readonly masking?: MaskingFiles | undefined;
  /** Files that are there in name, but could not be used. */
  readonly refused: ReadonlySet<string>;
}

/** Reads all content files below `root`; what a schema refuses, or is missing, comes back as problems. */
export function readContentFiles(root: string): { files: ContentFiles; problems: readonly ContentProblem[] } {
  const problems: ContentProblem[] = [];
  const refused = new Set<string>();

  function read<T>(file: string, schema: z.ZodType<T>): ContentFile<T> | undefined {
    const reading = readYaml(root, file, schema);
    if (reading.ok) return reading.content;
    problems.push(...reading.problems);
    refused.add(file);
    return undefined;
  }
  function readAll<T>(names: readonly string[], schema: z.ZodType<T>): readonly ContentFile<T>[] {
    return names.map((file) => read(file, schema)).filter((content) => content !== undefined);
  }
  function readScenario(folder: string): ScenarioFiles | undefined {
    const scenario = read(`scenarios/${folder}/scenario.yaml`, scenarioFileSchema);
    const lines = read(`scenarios/${folder}/lines.yaml`, linesFileSchema);
    const asked = `scenarios/${folder}/questions.yaml`;
    const questions = existsSync(join(root, asked)) ? read(asked, questionsFileSchema) : undefined;
    return scenario && lines && { folder, scenario, lines, questions };
  }

  function readPrepare(): PrepareFiles | undefined {
    if (!existsSync(join(root, 'prepare'))) return undefined;
    const walk = read('prepare/prepare.yaml', prepareSchema);
    const examples = read('prepare/examples.yaml', prepareExamplesSchema);
    const any = read('prepare/any.yaml', anyOwnCaseSchema);
    const kinds = readAll(yamlIn(root, 'prepare/own-cases'), ownCaseSchema);
    return walk && examples && any && { walk, examples, any, kinds };
  }

  function readAnswering(): AnsweringFiles | undefined {
    if (!existsSync(join(root, 'answering'))) return undefined;
    const words = read(WORDS_FILE, messageWordsSchema);
    const kinds = readAll(
      yamlIn(root, 'answering').filter((file) => file !== WORDS_FILE),
      messageKindSchema,
    );
    return words && { kinds, words };
  }

  function readMasking(): MaskingFiles | undefined {
    if (!existsSync(join(root, 'masking'))) return undefined;
    const names = read('masking/names.yaml', maskingNamesSchema);
    const nl = read('masking/words.nl.yaml', maskingWordsSchema);
    const en = read('masking/words.en.yaml', maskingWordsSchema);
    return names && nl && en && { names, words: { nl, en } };
  }

  function readLanguage(locale: Locale): LanguageFiles | undefined {
    const words = read(`moves/words.${locale}.yaml`, wordsFileSchema);
    const cues = read(`moves/cues.${locale}.yaml`, cuesFileSchema);
    const hearing = read(`moves/hearing.${locale}.yaml`, hearingFileSchema);
    return words && cues && hearing && { locale, words, cues, hearing };
  }

  const files: ContentFiles = {
    scenarios: foldersIn(root, 'scenarios')
      .map(readScenario)
      .filter((scenario) => scenario !== undefined),
    personas: readAll(yamlIn(root, 'personas'), personaSchema),
    anyone: read('anyone.yaml', linesFileSchema),
    tips: readAll([...new Set([...TIPS.map((id) => `tips/${id}.yaml`), ...yamlIn(root, 'tips')])], tipSchema),
    toolbox: readAll(yamlIn(root, 'toolbox'), toolboxSchema),
    messages: yamlIn(root, 'messages').flatMap((file) => {
      const target = messageTarget(file);
      if (!target) problems.push(misnamedMessages(file));
      const content = target && read(file, messagesFileSchema);
      return content ? [{ ...content, ...target }] : [];
    }),
    moves: read('moves/moves.yaml', movesFileSchema),
    sources: read('sources.yaml', sourcesFileSchema),
    weights: read('weights.yaml', weightsFileSchema),
    commands: read('commands.yaml', commandsFileSchema),
    names: read('moves/names.yaml', namesFileSchema),
    languages: LOCALES.map(readLanguage).filter((language) => language !== undefined),
    danger: LOCALES.flatMap((locale) => {
      const content = read(`safety/danger.${locale}.yaml`, dangerFileSchema);
      return content ? [{ ...content, locale }] : [];
    }),
    prepare: readPrepare(),
    answering: readAnswering(),
    rubric: existsSync(join(root, 'rubric')) ? read('rubric/rubric.yaml', rubricSchema) : undefined,
    masking: readMasking(),
    refused,
  };
  return { files, problems };
}

function messageTarget(file: string): { name: string; locale: Locale } | undefined {
  const [name, ending] = file.slice('messages/'.length, -'.yaml'.length).split('.');
  const locale = LOCALES.find((known) => known === ending);
  return name && locale ? { name, locale } : undefined;
}

function misnamedMessages(file: string): ContentProblem {
  const why = 'The file name does not say which language it is in.';
  return { file, line: null, at: '', why, fix: `call it <name>.${LOCALES.join('.yaml or <name>.')}.yaml.` };
}

function yamlIn(root: string, folder: string): readonly string[] {
  return list(root, folder)
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => `${folder}/${entry.name}`)
    .sort();
}

function foldersIn(root: string, folder: string): readonly string[] {
  return list(root, folder)
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(TEMPLATE))
    .map((entry) => entry.name)
    .sort();
}

function list(root: string, folder: string) {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    return [];
  }
}
