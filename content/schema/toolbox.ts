import { z } from 'zod';
import { claimSchema } from './claim.ts';
import { idSchema, localizedSchema } from './locale.ts';
import { toolWalkSchema } from './toolWalk.ts';

/** `content/toolbox/<id>.yaml`: one tool, to read and use as it is. */
export const toolboxSchema = z.strictObject({
  id: idSchema,
  order: z.number().int().min(1).describe('Place in the list; 1 comes first.'),
  title: localizedSchema,
  intro: localizedSchema.optional().describe('One sentence in the list: when a teacher needs this.'),
  gist: localizedSchema.describe('The answer to a question about this, in one or two sentences; plain words.'),
  body: localizedSchema.describe('Markdown: headings from ##, lists and tables; no HTML, no pictures.'),
  say: z
    .array(localizedSchema)
    .min(2)
    .describe('Sentences a teacher can say as they stand; the answer to a question gives two.'),
  avoid: z.strictObject({ text: localizedSchema, because: localizedSchema }),
  source: idSchema,
  walk: toolWalkSchema.optional(),
  claims: z.array(claimSchema).min(1).optional().describe('What each part rests on; together they back every part.'),
});
export type ToolboxEntry = Readonly<z.infer<typeof toolboxSchema>>;
