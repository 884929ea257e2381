import { z } from 'zod';
import { MOVES } from './move.ts';

const packedSchema = z.strictObject({
  scales: z.array(z.number()).describe('Size of one step of a weight, per column.'),
  steps: z.string().describe('One signed byte per row and column, deflated, in base64.'),
});

/** `content/moves/model.<locale>.json`: what was learned from `moves/examples/`; written by `npm run learn`. */
export const storedMoveModelSchema = z.strictObject({
  learnedFrom: z.string().describe('Fingerprint of the turns it was learned from: says whether it is up to date.'),
  moves: z.array(z.enum(MOVES)).min(1),
  buckets: z.number().int().min(1),
  bias: z.array(z.number()),
  weights: packedSchema.describe('By words: a row per bucket, a column per move.'),
  phrases: z
    .strictObject({
      size: z.number().int().min(1),
      buckets: z.string().describe('The known buckets, rising: four bytes each, deflated, in base64.'),
      rows: packedSchema.describe('A row per known bucket, a column per unit.'),
      bias: z.array(z.number()),
      out: z.array(z.number()),
      outBias: z.array(z.number()),
    })
    .describe('By whole words and their order, through a layer of units.'),
  judge: z.strictObject({
    weights: z.array(z.number()),
    bias: z.array(z.number()),
    thresholds: z.array(z.number()),
  }),
  vocabulary: z.string().describe('Words that teachers use, folded, the most used first, with spaces between.'),
});
export type StoredMoveModel = z.infer<typeof storedMoveModelSchema>;
