import { z } from 'zod';
import { idSchema, localizedWordsSchema } from './locale.ts';
import { MOVES } from './move.ts';

/** What a simulated teacher can say: one of the moves, understanding in a bare formula, or something that is no move. */
export const SAYINGS = [...MOVES, 'bare-understanding', 'farewell', 'off-topic'] as const;
export type SayingId = (typeof SAYINGS)[number];

/** `content/teachers/sayings.yaml`: sentences of the simulated teachers that fit any scenario. `{child}` is filled in. */
export const teacherSayingsSchema = z.strictObject({
  sayings: z.record(z.enum(SAYINGS), localizedWordsSchema).describe('Sentences by what they do.'),
});
export type TeacherSayings = Readonly<z.infer<typeof teacherSayingsSchema>>;

/** `content/scenarios/<id>/teacher.yaml`: with which words a good teacher takes up each concern of this scenario. */
export const scenarioTeacherSchema = z.strictObject({
  understands: z
    .record(idSchema, localizedWordsSchema)
    .describe(
      'Concern → sentences in which a teacher shows that exactly this was understood. Two are better than one.',
    ),
});
export type ScenarioTeacher = Readonly<z.infer<typeof scenarioTeacherSchema>>;
