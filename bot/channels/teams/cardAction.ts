import { z } from 'zod';

const LONGEST_SAID = 4000;
const said = z.string().max(LONGEST_SAID);
const dataSchema = z
  .object({
    nonce: z.string().min(8).max(100),
    say: said,
    here: z.literal(true).optional(),
    on: z.string().max(200).optional(),
    chosen: said.optional(),
  })
  .transform(({ chosen, ...data }) => ({ ...data, say: chosen || data.say }));
const executeSchema = z.object({ action: z.object({ data: dataSchema }) });

/**
 * What a button of a card carries: a nonce of its own, and the words that it stands for; what was chosen on the card goes
 * before them. `here`: the card that it brings takes the place of this one. `on`: where the conversation has to stand.
 */
export type CardAction = Omit<z.infer<typeof dataSchema>, 'chosen'>;

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
