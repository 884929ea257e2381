import { z } from 'zod';
import { QUESTION_TOPICS } from './hearing.ts';
import { idSchema, localizedSchema } from './locale.ts';
import { MOVES, TIPS } from './move.ts';
import { SIGNS } from './sign.ts';
import { GRADES } from './source.ts';
import { boundsSchema, DIFFICULTIES, FOLLOW_UPS, PERSONA_TYPES, PHASES, UTTERANCE_KINDS } from './state.ts';

const changeSchema = z.number().int().min(-40).max(40);

/** What a rule changes; a variable that is left out stays as it is. Negative tension calms. */
const deltaSchema = z.strictObject({
  tension: changeSchema.optional(),
  trust: changeSchema.optional(),
  face: changeSchema.optional(),
  agency: changeSchema.optional(),
  clarity: changeSchema.optional(),
});
export type Delta = Readonly<z.infer<typeof deltaSchema>>;

/** When a rule holds. Every named condition must hold; none named means always. */
const weightConditionSchema = z.strictObject({
  specific: z.boolean().optional().describe("The move's words name a feeling, or touch one of the parent's concerns."),
  ownWords: z
    .boolean()
    .optional()
    .describe('Understanding is shown in words that are more than a formula, and touch no concern that is known.'),
  ahead: z
    .boolean()
    .optional()
    .describe('The words touch only what weighs on the parent but cannot be brought up yet.'),
  anyHeard: z.boolean().optional().describe('At least one concern was heard before this turn, or is heard by it.'),
  knownFact: z.boolean().optional().describe('The teacher asks about something that the parent knows.'),
  topic: z.array(z.enum(QUESTION_TOPICS)).optional().describe('The teacher asks about one of these.'),
  promised: z.boolean().optional().describe('Whether a promise beyond own influence stands.'),
  parentAsked: z.boolean().optional().describe('Whether the parent had just asked something.'),
  face: boundsSchema.optional(),
  agency: boundsSchema.optional(),
  clarity: boundsSchema.optional(),
  phase: z.array(z.enum(PHASES)).optional(),
  personaType: z.array(z.enum(PERSONA_TYPES)).optional(),
  firstTurns: z.number().int().min(1).optional().describe('Only in the first n turns.'),
  timesBefore: z
    .strictObject({ min: z.number().int().min(0).optional(), max: z.number().int().min(0).optional() })
    .optional()
    .describe('How often this move was made in earlier turns; beside `specific`: made in that same way.'),
  unansweredQuestions: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe('At least this many questions in a row, this one included, without showing understanding.'),
  sameWords: z.boolean().optional().describe('The teacher says (nearly) the same sentence as in an earlier turn.'),
  written: z.boolean().optional().describe('The talk is in an app or on the phone, not in one room.'),
});

/** What sets a rule off: a move, a kind of utterance, or something the engine itself notices. */
const TRIGGERS = [
  ...MOVES,
  ...SIGNS.map((sign) => `sign:${sign}` as const),
  ...UTTERANCE_KINDS.map((kind) => `kind:${kind}` as const),
  'nothing-acknowledged',
  'promise-beyond-influence-comes-back',
  'one-side-taken',
] as const;
export type Trigger = (typeof TRIGGERS)[number];

/**
 * One rule of the parent model: trigger and conditions → change, with its evidence.
 * Of the rules for one trigger, the first whose conditions hold applies.
 */
const weightSchema = z.strictObject({
  id: idSchema,
  on: z.enum(TRIGGERS),
  when: weightConditionSchema.default({}),
  delta: deltaSchema,
  hears: z.boolean().default(false).describe('The concern that was touched, or is on the table, now counts as heard.'),
  because: localizedSchema.describe('One sentence for the ledger, from the side of the parent.'),
  grade: z.enum(GRADES),
  source: idSchema,
});
export type Weight = Readonly<z.infer<typeof weightSchema>>;

/** How a level of difficulty differs from the person as written. */
const easeSchema = z.strictObject({
  start: deltaSchema.describe('Added to the state at the start.'),
  harm: z.number().min(0.3).max(2).describe('Factor on what does harm.'),
  relief: z.number().min(0.3).max(2).describe('Factor on what does good.'),
  because: localizedSchema,
  source: idSchema,
});

/** What an earlier talk with the same parent does to the start of the next one. All that hold apply. */
const followUpSchema = z.strictObject({
  on: z.enum(FOLLOW_UPS),
  tip: z.enum(TIPS).optional(),
  delta: deltaSchema,
  because: localizedSchema,
  grade: z.enum(GRADES),
  source: idSchema,
});

const shareSchema = z.number().min(0).max(1);

/** `content/weights.yaml`. */
export const weightsFileSchema = z.strictObject({
  weights: z.array(weightSchema).min(1),
  repetition: z
    .array(z.number().min(-1).max(1))
    .min(2)
    .describe(
      'Factor on the benefit of a helping move the 1st, 2nd, 3rd … time it is made without bringing anything new; the last one goes on. Harm does not wear off.',
    ),
  certain: z
    .number()
    .min(0)
    .max(1)
    .describe('A move to avoid counts from this confidence on: doubt is in favour of the teacher.'),
  softening: z
    .strictObject({
      turns: z.number().int().min(1).describe('How many turns careful wording works on.'),
      factor: z.number().min(0).max(1).describe('Factor on the harm of a move to avoid in those turns.'),
      because: localizedSchema,
      source: idSchema,
    })
    .describe('Receptive wording makes what comes after it sting less.'),
  decay: z.strictObject({
    towardsBaseline: z.number().min(0).max(1).describe('Share of the lost tension that returns in such a turn.'),
    because: localizedSchema,
    source: idSchema,
  }),
  difficulties: z
    .partialRecord(z.enum(DIFFICULTIES), easeSchema)
    .optional()
    .describe('A level that is left out changes nothing.'),
  carry: z
    .strictObject({ tension: shareSchema, trust: shareSchema, because: localizedSchema, source: idSchema })
    .optional()
    .describe('Share of the way from the usual start to where an earlier talk ended, that is still there weeks later.'),
  followUps: z.array(followUpSchema).optional(),
});
export type Weights = Readonly<z.infer<typeof weightsFileSchema>>;
