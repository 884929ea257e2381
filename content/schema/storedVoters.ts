import { z } from 'zod';

const packedSchema = z.strictObject({
  scales: z.array(z.number()).describe('Size of one step of a weight, per column.'),
  steps: z.string().describe('One signed byte per row and column, deflated, in base64.'),
});
export type PackedWeights = z.infer<typeof packedSchema>;

/** The two models that vote by words alone, as they are stored; what they vote on stands beside them. */
export const storedVoters = {
  buckets: z.number().int().min(1),
  bias: z.array(z.number()),
  weights: packedSchema.describe('By words: a row per bucket, a column per label.'),
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
};
const storedVotersSchema = z.strictObject(storedVoters);
export type StoredVoters = z.infer<typeof storedVotersSchema>;
