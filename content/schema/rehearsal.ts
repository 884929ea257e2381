import { z } from 'zod';
import { LOCALES } from './locale.ts';
import { MOVES } from './move.ts';
import { END_REASONS, scoreSchema } from './state.ts';

/** Bounds of a variable at the end of a talk. */
const boundsSchema = z.strictObject({ min: scoreSchema.optional(), max: scoreSchema.optional() });

/** What must be true of one turn; what is left out may be anything. */
const turnExpectationSchema = z.strictObject({
  moves: z.array(z.enum(MOVES)).optional().describe('At least these moves are recognised; an empty list: none at all.'),
  tension: z.enum(['falls', 'rises', 'steady']).optional().describe('Against the turn before.'),
  reply: z.literal('nonempty').optional(),
  ends: z.enum(END_REASONS).optional().describe('The talk ends with this turn.'),
});

/** A golden talk: `content/scenarios/<id>/rehearsals/<name>.<locale>.yaml`. It is played through and must come out so. */
export const rehearsalFileSchema = z.strictObject({
  locale: z.enum(LOCALES),
  seed: z.number().int().min(0).max(2_147_483_647),
  talk: z.array(z.strictObject({ say: z.string().trim().min(1), expect: turnExpectationSchema.optional() })).min(1),
  outcome: z
    .strictObject({
      tension: boundsSchema.optional(),
      trust: boundsSchema.optional(),
      ends: z.enum(END_REASONS).optional().describe('How the talk has ended after the last turn.'),
    })
    .optional(),
});
export type RehearsalFile = Readonly<z.infer<typeof rehearsalFileSchema>>;
