import { z } from 'zod';
import { commandsFileSchema } from './commands.ts';
import { cuesFileSchema, namesFileSchema, wordsFileSchema } from './cue.ts';
import { dangerFileSchema } from './danger.ts';
import { hearingFileSchema } from './hearing.ts';
import { labelRulesFileSchema } from './labelRule.ts';
import { linesFileSchema } from './line.ts';
import { maskingNamesSchema, maskingWordsSchema } from './masking.ts';
import { messageKindSchema, messageWordsSchema } from './messageKind.ts';
import { messagesFileSchema } from './messages.ts';
import { movesFileSchema } from './move.ts';
import { anyOwnCaseSchema, ownCaseSchema } from './ownCase.ts';
import { personaSchema } from './persona.ts';
import { prepareExamplesSchema, prepareSchema } from './prepare.ts';
import { questionsFileSchema } from './questions.ts';
import { readabilitySchema } from './readability.ts';
import { rehearsalFileSchema } from './rehearsal.ts';
import { rubricSchema } from './rubric.ts';
import { scenarioFileSchema } from './scenario.ts';
import { sourcesFileSchema } from './source.ts';
import { scenarioTeacherSchema, teacherSayingsSchema } from './teacher.ts';
import { tipSchema } from './tip.ts';
import { toolboxSchema } from './toolbox.ts';
import { weightsFileSchema } from './weight.ts';

/** One kind of content file. */
export interface FileKind {
  /** `content/schema/json/<name>.schema.json` is made from it. */
  readonly name: string;
  /** Which files are of this kind, relative to the content folder. */
  readonly files: RegExp;
  readonly schema: z.ZodType;
}

/** Every kind of content file there is; a file belongs to exactly one. */
export const fileKinds: readonly FileKind[] = [
  { name: 'scenario', files: /^scenarios\/[^/]+\/scenario\.yaml$/, schema: scenarioFileSchema },
  { name: 'lines', files: /^(anyone|scenarios\/[^/]+\/lines)\.yaml$/, schema: linesFileSchema },
  { name: 'questions', files: /^scenarios\/[^/]+\/questions\.yaml$/, schema: questionsFileSchema },
  { name: 'rehearsal', files: /^scenarios\/[^/]+\/rehearsals\/[^/]+\.yaml$/, schema: rehearsalFileSchema },
  { name: 'scenario-teacher', files: /^scenarios\/[^/]+\/teacher\.yaml$/, schema: scenarioTeacherSchema },
  { name: 'teacher-sayings', files: /^teachers\/sayings\.yaml$/, schema: teacherSayingsSchema },
  { name: 'readability', files: /^readability\.yaml$/, schema: readabilitySchema },
  { name: 'persona', files: /^personas\/[^/]+\.yaml$/, schema: personaSchema },
  { name: 'tip', files: /^tips\/[^/]+\.yaml$/, schema: tipSchema },
  { name: 'toolbox', files: /^toolbox\/[^/]+\.yaml$/, schema: toolboxSchema },
  { name: 'prepare', files: /^prepare\/prepare\.yaml$/, schema: prepareSchema },
  { name: 'prepare-examples', files: /^prepare\/examples\.yaml$/, schema: prepareExamplesSchema },
  { name: 'any-own-case', files: /^prepare\/any\.yaml$/, schema: anyOwnCaseSchema },
  { name: 'own-case', files: /^prepare\/own-cases\/[^/]+\.yaml$/, schema: ownCaseSchema },
  { name: 'rubric', files: /^rubric\/rubric\.yaml$/, schema: rubricSchema },
  { name: 'message-words', files: /^answering\/words\.yaml$/, schema: messageWordsSchema },
  { name: 'message-kind', files: /^answering\/(?!words\.)[^/]+\.yaml$/, schema: messageKindSchema },
  { name: 'messages', files: /^messages\/[^/]+\.yaml$/, schema: messagesFileSchema },
  { name: 'moves', files: /^moves\/moves\.yaml$/, schema: movesFileSchema },
  { name: 'cues', files: /^moves\/cues\.[^/]+\.yaml$/, schema: cuesFileSchema },
  { name: 'words', files: /^moves\/words\.[^/]+\.yaml$/, schema: wordsFileSchema },
  { name: 'hearing', files: /^moves\/hearing\.[^/]+\.yaml$/, schema: hearingFileSchema },
  { name: 'danger', files: /^safety\/danger\.[^/]+\.yaml$/, schema: dangerFileSchema },
  { name: 'label-rules', files: /^moves\/label-rules\.yaml$/, schema: labelRulesFileSchema },
  { name: 'names', files: /^moves\/names\.yaml$/, schema: namesFileSchema },
  { name: 'masking-names', files: /^masking\/names\.yaml$/, schema: maskingNamesSchema },
  { name: 'masking-words', files: /^masking\/words\.[^/]+\.yaml$/, schema: maskingWordsSchema },
  { name: 'sources', files: /^sources\.yaml$/, schema: sourcesFileSchema },
  { name: 'weights', files: /^weights\.yaml$/, schema: weightsFileSchema },
  { name: 'commands', files: /^commands\.yaml$/, schema: commandsFileSchema },
];

/** The schema of one kind as JSON Schema, for completion and checking in an editor; ends with a line break. */
export function editorSchema({ name, schema }: FileKind): string {
  const json = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return `${JSON.stringify({ ...json, title: name }, null, 2)}\n`;
}

/** The comment on the first line of a file that shows an editor the way to its schema. */
export function editorComment(file: string, { name }: FileKind): string {
  const up = '../'.repeat(file.split('/').length - 1);
  return `# yaml-language-server: $schema=${up}schema/json/${name}.schema.json`;
}
