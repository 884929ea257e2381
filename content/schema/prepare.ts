import { z } from 'zod';
import { idSchema, localizedSchema, localizedWordsSchema } from './locale.ts';
import { TIPS } from './move.ts';
import { CASE_KINDS } from './ownCase.ts';
import { PERSONA_TYPES } from './state.ts';
import { toolStepSchema } from './toolWalk.ts';

/** What a parent may feel about it: the choices of the step `parent-feels`. */
export const PARENT_FEELINGS = ['worried', 'angry', 'sad', 'ashamed', 'powerless'] as const;
export type ParentFeeling = (typeof PARENT_FEELINGS)[number];

/** The steps around the tips, which the plan reads by these ids; written and asked in this order. */
export const PLAN_STEPS = [
  'nickname',
  'kind',
  'what',
  'parent-type',
  'goal',
  'parent-feels',
  'parent-wants',
  'parent-knows',
  'meeting',
  ...TIPS,
  'questions',
  'agreements',
  'heated',
] as const;
export type PlanStep = (typeof PLAN_STEPS)[number];

const helpSchema = localizedSchema.describe('Said to "weet ik niet": a way to begin, and that skipping is fine.');
const prepareStepSchema = toolStepSchema.extend({ id: z.enum(PLAN_STEPS), help: helpSchema });

/** What the plan asks for, and shows, at one tip. */
const prepareTipSchema = z.strictObject({
  tip: z.enum(TIPS),
  ask: localizedSchema,
  heading: localizedSchema.describe('Above the sentence on the page.'),
  help: helpSchema,
  lead: z
    .array(z.strictObject({ feeling: z.enum(PARENT_FEELINGS).optional(), text: localizedSchema }))
    .describe('A sentence that may stand before the own one, by the feeling of the parent; the last is for any.'),
  tail: localizedSchema.describe('A sentence that may stand behind the own one.'),
});

/** An example at a tip for some kinds of case or feelings; without either, for any. */
const prepareExampleSchema = z.strictObject({
  tip: z.enum(TIPS),
  kind: z.enum(CASE_KINDS).optional(),
  feeling: z.enum(PARENT_FEELINGS).optional(),
  text: localizedSchema,
});

/** `content/prepare/prepare.yaml`: the walk to a conversation plan, and the texts of its page. */
export const prepareSchema = z.strictObject({
  intro: localizedSchema,
  steps: z.array(prepareStepSchema).min(1),
  tips: z.array(prepareTipSchema).length(TIPS.length),
  questions: z.record(z.enum(CASE_KINDS), z.array(localizedSchema).length(3)).describe('Three things to ask.'),
  heated: z.record(z.enum(PERSONA_TYPES), z.array(localizedSchema).min(2)).describe('What to do when it gets heated.'),
  dontKnow: localizedWordsSchema.describe('Whole messages that say: I do not know.'),
  talks: localizedWordsSchema.describe(
    'Words for the talk itself: with a day, "ik heb donderdag een gesprek" begins a plan.',
  ),
  talksBefore: localizedWordsSchema.describe('Words that say that a talk has been: with a day, it is looked back on.'),
  pressing: localizedWordsSchema.describe(
    'Words that sound like an order or a verdict; a sentence with them is not bettered by adding to it.',
  ),
  everyday: localizedWordsSchema.describe('Words of six letters or more that say nothing of one case.'),
  texts: z.record(idSchema, localizedSchema).describe('Further texts of the page and its calendar; plain words.'),
  sources: z.array(idSchema).min(1).describe('What the page rests on.'),
});
export type Prepare = Readonly<z.infer<typeof prepareSchema>>;
export type PrepareStep = Readonly<z.infer<typeof prepareStepSchema>>;
export type PrepareTip = Readonly<z.infer<typeof prepareTipSchema>>;

/** `content/prepare/examples.yaml`. */
export const prepareExamplesSchema = z.strictObject({ examples: z.array(prepareExampleSchema).min(TIPS.length) });
export type PrepareExamples = Readonly<z.infer<typeof prepareExamplesSchema>>;
export type PrepareExample = Readonly<z.infer<typeof prepareExampleSchema>>;
