import { z } from 'zod';
import { CHILD_GROUPS } from './childGroup.ts';
import { idSchema, localizedSchema } from './locale.ts';
import { TIPS } from './move.ts';
import { HEATS } from './state.ts';

/** The moments of a talk that every tip has sentences for. */
export const TIP_MOMENTS = ['opening', 'heated', 'silent', 'agreement', 'in-writing'] as const;
export type TipMoment = (typeof TIP_MOMENTS)[number];

/** What a sentence may be meant for, where it would be odd elsewhere. */
export const SITUATIONS = [
  'nothing-wrong-yet',
  'not-clear-yet',
  'is-bullied',
  'joins-in',
  'at-the-door',
  'angry-message',
  'little-dutch',
  'school-fell-short',
] as const;
export type Situation = (typeof SITUATIONS)[number];

/** A sentence that a teacher can say as it stands. */
const sayingSchema = z.strictObject({
  moment: z.enum([...TIP_MOMENTS, 'any']),
  heat: z
    .array(z.enum(HEATS))
    .min(1)
    .optional()
    .describe('In a rehearsal: how heated the parent may be for this to fit.'),
  group: z.array(z.enum(CHILD_GROUPS)).min(1).optional().describe('Only for children of these groups.'),
  situation: z.enum(SITUATIONS).optional().describe('Only when this is what it is about.'),
  text: localizedSchema,
});
export type Saying = Readonly<z.infer<typeof sayingSchema>>;

/** What somebody says in the tiny example. */
const exchangeSchema = z.strictObject({ who: z.enum(['parent', 'teacher']), text: localizedSchema });

/** Where the tip stands in the article, and what is written there. */
const originSchema = z.strictObject({
  article: idSchema,
  section: localizedSchema.describe('Part of the article, and the place in it.'),
  says: localizedSchema.describe(
    'What exactly stands there about this tip, in own words; nothing that it does not say.',
  ),
});

/** `content/tips/<id>.yaml`. */
export const tipSchema = z.strictObject({
  id: z.enum(TIPS),
  name: localizedSchema,
  what: localizedSchema.describe('What the teacher does, in one sentence.'),
  why: localizedSchema.describe('Why, in one sentence, as the article has it.'),
  say: z.array(sayingSchema).min(8),
  avoid: z.array(z.strictObject({ text: localizedSchema, because: localizedSchema })).min(3),
  example: z.array(exchangeSchema).min(3).max(4).describe('A tiny exchange in which the tip is at work.'),
  source: idSchema.describe('Where the advice comes from first.'),
  origin: originSchema,
});
export type Tip = Readonly<z.infer<typeof tipSchema>>;
