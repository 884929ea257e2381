import { z } from 'zod';
import { LEANS, QUESTION_TOPICS, STATEMENTS } from './hearing.ts';
import { idSchema, localizedSchema } from './locale.ts';
import { MOVES } from './move.ts';
import { SIGNS } from './sign.ts';
import { boundsSchema, END_REASONS, FOLLOW_UPS, HEATS, PHASES, UTTERANCE_KINDS } from './state.ts';

/**
 * Where a line can stand in a reply. A reply is a reaction, an answer or an initiative, or a reaction
 * followed by one of the other two.
 *
 * | part | says |
 * | --- | --- |
 * | opening | the parent's first words |
 * | reaction | takes up the strongest move of the turn, or a kind of utterance |
 * | answer | answers a question: tells a fact, or says why not |
 * | initiative | brings up a concern, or asks what happens next |
 * | thought | the inner line, shown only on request |
 * | ending | the last words, by reason |
 */
const LINE_PARTS = ['opening', 'reaction', 'answer', 'initiative', 'thought', 'ending'] as const;

/** When a line may be said. Every named condition must hold; none named means always. */
const lineConditionSchema = z.strictObject({
  move: z.array(z.enum(MOVES)).optional().describe('The strongest move is one of these.'),
  kind: z.array(z.enum(UTTERANCE_KINDS)).optional().describe('The utterance is one of these kinds.'),
  topic: z.array(z.enum(QUESTION_TOPICS)).optional().describe('The question is about one of these.'),
  statement: z
    .array(z.enum(STATEMENTS))
    .optional()
    .describe('Plain words that ask nothing are about one of these; say what fits them, kindly meant or not.'),
  lean: z
    .array(z.enum(LEANS))
    .optional()
    .describe('Plain words lean to this side, though no move is sure enough to be named.'),
  unsure: z
    .boolean()
    .optional()
    .describe(
      'Whether it is less than sure that the strongest move hurts as it seems, or is honest; without a move: that one hurts.',
    ),
  sign: z.array(z.enum(SIGNS)).optional().describe('The words show one of these.'),
  moveBefore: z.array(z.enum(MOVES)).optional().describe('One of these moves was made in an earlier turn.'),
  heat: z.array(z.enum(HEATS)).optional(),
  phase: z.array(z.enum(PHASES)).optional(),
  concern: idSchema.optional().describe('The utterance touches this concern, or this concern is on the table.'),
  fact: idSchema.optional().describe('The question is about this fact.'),
  touched: z.boolean().optional().describe('The words touch a concern; otherwise what is on the table counts as such.'),
  raised: z.array(idSchema).optional().describe('All of these concerns have come up, now or earlier.'),
  heard: z.array(idSchema).optional().describe('All of these concerns have been heard.'),
  unheard: z.array(idSchema).optional().describe('None of these concerns has been heard.'),
  agenda: z.array(idSchema).optional().describe('Only in these agendas.'),
  trust: boundsSchema.optional(),
  face: boundsSchema.optional(),
  agency: boundsSchema.optional(),
  clarity: boundsSchema.optional(),
  specific: z.boolean().optional().describe('Whether the understanding shown was specific, or a bare formula.'),
  promised: z.boolean().optional().describe('Whether a promise beyond own influence stands in the ledger.'),
  ending: z.enum(END_REASONS).optional(),
  followUp: z
    .array(z.enum(FOLLOW_UPS))
    .optional()
    .describe('Opens a next talk with this parent, after such an earlier one.'),
  addressed: z.array(idSchema).optional().describe('The teacher turns to one of these voices, and to no other.'),
  overlooked: z.array(idSchema).optional().describe('The teacher keeps siding with another than this voice.'),
  puzzled: z
    .literal(true)
    .optional()
    .describe('The teacher says something of which this parent does not know what to make; asks what is meant.'),
  unknown: z
    .literal(true)
    .optional()
    .describe('The teacher asks for something that this parent does not know; what comes close follows.'),
  again: z.boolean().optional().describe('The teacher said (nearly) the same before: "dat zei u net ook al".'),
});

/** One thing this parent can say. No line is said twice in a talk. */
export const lineSchema = z.strictObject({
  id: idSchema,
  part: z.enum(LINE_PARTS),
  when: lineConditionSchema.default({}),
  voice: idSchema
    .optional()
    .describe('Who says it, where the parent is not alone; left out: whose concern it is, or else anyone.'),
  raises: idSchema.optional().describe('The concern that this line puts on the table.'),
  tells: idSchema.optional().describe('The fact that this line makes known.'),
  cue: localizedSchema.optional().describe('What the teacher sees, without brackets; sparingly.'),
  say: localizedSchema.describe('The words. `{child}` and `{parent}` are filled in.'),
});
export type Line = Readonly<z.infer<typeof lineSchema>>;

/** `lines.yaml` of a scenario or a persona. */
export const linesFileSchema = z.strictObject({ lines: z.array(lineSchema).min(1) });
