import { z } from 'zod';
import { MOVES } from './move.ts';
import { storedVoters } from './storedVoters.ts';

/** `content/moves/model.<locale>.json`: what was learned from `moves/examples/`; written by `npm run learn`. */
export const storedMoveModelSchema = z.strictObject({
  learnedFrom: z.string().describe('Fingerprint of the turns it was learned from: says whether it is up to date.'),
  moves: z.array(z.enum(MOVES)).min(1),
  ...storedVoters,
  judge: z.strictObject({
    weights: z.array(z.number()),
    bias: z.array(z.number()),
    thresholds: z.array(z.number()),
  }),
  vocabulary: z.string().describe('Words that teachers use, folded, the most used first, with spaces between.'),
});
export type StoredMoveModel = z.infer<typeof storedMoveModelSchema>;
