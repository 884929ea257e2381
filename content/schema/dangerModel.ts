import { z } from 'zod';
import { storedVoters } from './storedVoters.ts';

/** `content/safety/model.<locale>.json`: what was learned from `safety/examples/`; written by `npm run learn`. */
export const storedDangerModelSchema = z.strictObject({
  learnedFrom: z.string().describe('Fingerprint of what it was learned from: says whether it is up to date.'),
  ...storedVoters,
  threshold: z.number().describe('From this log-odds on a message tells of danger.'),
  thresholdInTalk: z.number().describe('The same for what is said to a parent in practice.'),
});
export type StoredDangerModel = z.infer<typeof storedDangerModelSchema>;
