import { z } from 'zod';
import { lineSchema } from './line.ts';
import { idSchema, localizedSchema, localizedWordsSchema } from './locale.ts';
import { agendaSchema, concernSchema, factSchema, goodSchema } from './scenario.ts';
import { PERSONA_TYPES, startSchema } from './state.ts';

/** What a talk that a teacher prepares can be about; `other` is anything else. */
export const CASE_KINDS = ['left-out', 'bullied', 'did-it', 'learning', 'late', 'agreements', 'other'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** Sentences in which a good teacher takes up each concern, for the simulated teachers. */
const understandsSchema = z.record(idSchema, localizedWordsSchema);

/**
 * `content/prepare/own-cases/<kind>.yaml`: what weighs on a parent in this kind of case, and the words for it. With a
 * persona and what is true of any case it becomes a scenario for the teacher's own talk. `{child}` is the nickname; a
 * teacher's own words never come into a line.
 */
export const ownCaseSchema = z.strictObject({
  id: z.enum(CASE_KINDS),
  usually: z.enum(PERSONA_TYPES).describe('The kind of parent with which the simulated teachers try it.'),
  shares: z.array(idSchema).describe('Concerns of `any.yaml` that belong to this kind too.'),
  concerns: z.array(concernSchema).min(1).describe('The first takes in the words of the teacher.'),
  facts: z.array(factSchema).default([]).describe('Beside those of any case, or in place of the one with the same id.'),
  agendas: z.array(agendaSchema).min(2).max(4),
  lines: z.array(lineSchema).min(1),
  understands: understandsSchema,
});
export type OwnCase = Readonly<z.infer<typeof ownCaseSchema>>;

/** One kind of parent in an own case. */
const ownParentSchema = z.strictObject({
  type: z.enum(PERSONA_TYPES),
  persona: idSchema,
  start: startSchema.partial().default({}),
  good: goodSchema,
});

/** `content/prepare/any.yaml`: what is true of any own case. */
export const anyOwnCaseSchema = z.strictObject({
  child: z.strictObject({
    nickname: localizedSchema.describe('When the teacher chose none.'),
    group: localizedSchema,
  }),
  parent: localizedSchema.describe('How the talk shows the speaker; `{child}` is filled in.'),
  title: localizedSchema,
  summary: localizedSchema,
  briefing: localizedSchema.describe('That it is made from own answers. `{child}` is filled in.'),
  goal: localizedSchema.describe('When the teacher wrote none.'),
  parents: z.array(ownParentSchema).length(PERSONA_TYPES.length),
  concerns: z.array(concernSchema).min(1),
  facts: z.array(factSchema).min(3),
  lines: z.array(lineSchema).min(1),
  understands: understandsSchema,
  sources: z.array(idSchema).min(1),
});
export type AnyOwnCase = Readonly<z.infer<typeof anyOwnCaseSchema>>;
