import { z } from 'zod';

const dataSchema = z.object({ nonce: z.string().min(8).max(100), say: z.string().max(4000) });
const executeSchema = z.object({ action: z.object({ data: dataSchema }) });

/** What a button of a card carries: made once for each card, and the words that it stands for. */
export type CardAction = z.infer<typeof dataSchema>;

/**
 * The action in the value of an invoke (`Action.Execute`), or of a message (`Action.Submit`, for clients without invokes);
 * null when it is none of ours. Both carry the same nonce, so that one press has one effect.
 * Source: Universal Actions for Adaptive Cards (Microsoft Teams developer documentation).
 */
export function readCardAction(value: unknown): CardAction | null {
  const execute = executeSchema.safeParse(value);
  if (execute.success) return execute.data.action.data;
  const submit = dataSchema.safeParse(value);
  return submit.success ? submit.data : null;
}
