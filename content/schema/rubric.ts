import { z } from 'zod';
import { idSchema, localizedSchema } from './locale.ts';

/** The two dimensions of the competence model, in its order. */
export const RUBRIC_DIMENSIONS = ['structure', 'relationship'] as const;
export type RubricDimension = (typeof RUBRIC_DIMENSIONS)[number];

/** What a coach saw of a dimension, from least to most. The order is all that counts: no number goes with it. */
export const RUBRIC_LEVELS = ['not-yet', 'now-and-then', 'mostly', 'throughout'] as const;
export type RubricLevel = (typeof RUBRIC_LEVELS)[number];

const descriptorsSchema = z.strictObject({
  'not-yet': localizedSchema,
  'now-and-then': localizedSchema,
  mostly: localizedSchema,
  throughout: localizedSchema,
});

/** `content/rubric/rubric.yaml`: how a coach describes a talk, in words. */
export const rubricSchema = z.strictObject({
  sources: z.array(idSchema).min(1).describe('Where the two dimensions come from, in sources.yaml.'),
  limits: localizedSchema.describe('What is ours and not tested, said beside the rubric.'),
  levels: descriptorsSchema.describe('The short name of each level.'),
  dimensions: z
    .array(
      z.strictObject({
        id: z.enum(RUBRIC_DIMENSIONS),
        name: localizedSchema,
        about: localizedSchema.describe('What the dimension is about, in one sentence.'),
        looksAt: z.array(localizedSchema).min(3).describe('What a reader looks for in the words.'),
        levels: descriptorsSchema.describe('What a talk looks like at each level.'),
      }),
    )
    .length(RUBRIC_DIMENSIONS.length),
});
export type Rubric = Readonly<z.infer<typeof rubricSchema>>;
