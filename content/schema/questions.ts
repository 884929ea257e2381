import { z } from 'zod';
import { idSchema, localizedWordsSchema } from './locale.ts';

/**
 * `content/scenarios/<id>/questions.yaml`: how teachers ask in this talk, and for what. From these the parent learns
 * which fact is meant when the words alone could mean several.
 */
export const questionsFileSchema = z.strictObject({
  facts: z
    .record(idSchema, localizedWordsSchema)
    .describe('For each fact, questions as different teachers would ask for it in the middle of the talk.'),
  other: localizedWordsSchema.describe(
    'Questions that no fact answers: about feelings, views, wishes, other people, small talk; many share words with the facts.',
  ),
});
export type Questions = Readonly<z.infer<typeof questionsFileSchema>>;
