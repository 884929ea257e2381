import { z } from 'zod';
import { idSchema, localizedSchema } from './locale.ts';

/**
 * How strong the evidence is.
 *
 * | grade | means |
 * | --- | --- |
 * | A | controlled experiment |
 * | B | observed in many real talks |
 * | C | expert consensus, or advice from an article |
 */
export const GRADES = ['A', 'B', 'C'] as const;

/** One entry of `content/sources.yaml`. */
const sourceSchema = z.strictObject({
  id: idSchema,
  grade: z.enum(GRADES),
  short: localizedSchema.describe('How it is named in a line, as in "Kuo e.a., 2022".'),
  reference: z.string().min(1).describe('Author (year). Title. Where it appeared.'),
  section: localizedSchema.optional().describe('Which part of the source is meant.'),
  says: localizedSchema.describe('What exactly the source says, in own words.'),
});
export type Source = Readonly<z.infer<typeof sourceSchema>>;
export const sourcesFileSchema = z.strictObject({ sources: z.array(sourceSchema).min(1) });
