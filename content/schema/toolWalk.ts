import { z } from 'zod';
import { idSchema, localizedSchema } from './locale.ts';

/** One answer to press instead of type. */
const choiceSchema = z.strictObject({
  id: idSchema,
  label: localizedSchema.describe('On the button, and what is kept.'),
  reply: localizedSchema.optional().describe('Said right after this choice, before the next question.'),
});

/** One question of a walk. */
export const toolStepSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(['ask', 'read']).default('ask').describe('`read`: something to read; the only answer is to go on.'),
  part: localizedSchema.optional().describe('A new part begins here: stands above the question, and in what is kept.'),
  ask: localizedSchema.describe('Markdown: the question, short.'),
  example: localizedSchema.optional().describe('An answer as another teacher could give it, without quotes.'),
  heading: localizedSchema.optional().describe('Above the answer in what is kept; without it the question.'),
  choices: z.array(choiceSchema).min(2).max(6).optional(),
  open: z.boolean().default(false).describe('With choices: own words are an answer too.'),
});

/**
 * `walk` in `content/toolbox/<id>.yaml`: the tool as questions, one at a time, that end in something to keep.
 */
export const toolWalkSchema = z.strictObject({
  intro: localizedSchema.describe('Before the first question: what comes out, and how long it takes.'),
  steps: z.array(toolStepSchema).min(1),
  title: localizedSchema.describe('Above what is kept.'),
  about: localizedSchema.optional().describe('Below that title: what this is, in a sentence or two.'),
  texts: z
    .record(idSchema, localizedSchema)
    .default({})
    .describe('Further texts of what is kept, each under the name its code asks for; plain words, no Markdown.'),
  lists: z
    .record(idSchema, z.array(localizedSchema).min(1))
    .default({})
    .describe('The same for lists: one text for each item.'),
});

export type ToolChoice = Readonly<z.infer<typeof choiceSchema>>;
export type ToolStep = Readonly<z.infer<typeof toolStepSchema>>;
export type ToolWalk = Readonly<z.infer<typeof toolWalkSchema>>;
