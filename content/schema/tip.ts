import { z } from 'zod';
import { idSchema, localizedSchema } from './locale.ts';
import { TIPS } from './move.ts';
import { HEATS } from './state.ts';

/** A sentence that a teacher can say as it stands. */
const sayingSchema = z.strictObject({
  moment: z.enum(['opening', 'heated', 'silent', 'agreement', 'in-writing', 'any']),
  heat: z.array(z.enum(HEATS)).optional().describe('In a rehearsal: how heated the parent may be for this to fit.'),
  text: localizedSchema,
});

/** `content/tips/<id>.yaml`. */
export const tipSchema = z.strictObject({
  id: z.enum(TIPS),
  name: localizedSchema,
  what: localizedSchema.describe('What the teacher does, in one or two sentences.'),
  why: localizedSchema.describe('Why it helps, in one or two sentences.'),
  say: z.array(sayingSchema).min(4),
  avoid: z.array(z.strictObject({ text: localizedSchema, because: localizedSchema })).min(1),
  source: idSchema,
});
export type Tip = Readonly<z.infer<typeof tipSchema>>;
