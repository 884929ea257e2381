import { z } from 'zod';
import { lineSchema } from './line.ts';
import { idSchema, localizedSchema } from './locale.ts';
import { MOVES } from './move.ts';
import { PERSONA_TYPES, scoreSchema, startSchema } from './state.ts';

/** How one kind of person moves. `content/personas/<id>.yaml`; its lines serve every scenario that names it. */
export const personaSchema = z.strictObject({
  id: idSchema,
  type: z.enum(PERSONA_TYPES),
  about: localizedSchema.describe('For authors and coaches: what this person is like under pressure.'),
  start: startSchema,
  baseline: scoreSchema.describe('The tension to which relief decays while nothing is acknowledged.'),
  limit: scoreSchema.describe('From this tension on the parent leaves.'),
  recovery: z.number().min(0.3).max(2).describe('Factor on everything that calms; below 1 forgives slowly.'),
  sensitivity: z
    .partialRecord(z.enum(MOVES), z.number().min(0).max(3))
    .describe('Factor on the change that a move makes; 1 where left out.'),
  lines: z.array(lineSchema).describe('What anyone of this kind could say: off-topic, rude, empty, thoughts.'),
});
export type Persona = Readonly<z.infer<typeof personaSchema>>;
