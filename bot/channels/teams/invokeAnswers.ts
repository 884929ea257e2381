import type { Activity } from 'botframework-schema';
import { CARD_CONTENT_TYPE, cardIn } from '../../../dialogs/cards/withCard.ts';
import type { HttpReply } from '../../http/route.ts';
import type { JsonObject, TurnOutcome } from '../../ports.ts';
import type { TeamsActivity } from './incomingActivity.ts';

/**
 * What goes back for a turn that was kept. Who pressed a button waits for an answer: the bot's own, kept with the turn and
 * so the same at every delivery, else a word that it was noticed.
 * Source: Universal Actions for Adaptive Cards, Response format (Microsoft Teams developer documentation).
 */
export function answerOf({ type }: TeamsActivity, outcome: TurnOutcome): HttpReply {
  const isAnswered = type === 'invoke' && outcome.status === 'accepted';
  return (isAnswered && replyIn(outcome.answer)) || { status: 200, body: {} };
}

/** The word that a press was noticed, as an answer that is kept with the turn. */
export function noticed(words: string): JsonObject {
  return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: words } };
}

/**
 * The card that takes the place of the one that was pressed, as an answer that is kept with the turn; undefined when no
 * card was said.
 * Source: Universal Actions for Adaptive Cards, Response format (Microsoft Teams developer documentation).
 */
export function cardInPlace(replies: readonly Activity[]): JsonObject | undefined {
  const card = replies.map(cardIn).findLast((found) => found !== undefined);
  if (card === undefined) return undefined;
  return { status: 200, body: { statusCode: 200, type: CARD_CONTENT_TYPE, value: card } };
}

/** Something nobody here can do. Source: Bot Framework SDK, `InvokeResponse` of an unhandled invoke. */
export function unknownInvoke(): HttpReply {
  return { status: 501, body: {} };
}

/** An invoke response as a bot sends it: `{ status, body }`. */
function replyIn(answer: Readonly<Record<string, unknown>> | undefined): HttpReply | null {
  const { status, body } = answer ?? {};
  if (typeof status !== 'number') return null;
  return { status, body: typeof body === 'object' && body !== null ? body : {} };
}
