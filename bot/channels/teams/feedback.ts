import { z } from 'zod';
import type { TipId } from '../../../content/schema/move.ts';
import type { Translate } from '../../../dialogs/texts.ts';
import type { HttpReply } from '../../http/route.ts';
import { feedbackCard } from './feedbackCard.ts';
import type { TeamsActivity } from './incomingActivity.ts';
import type { Reaction } from './reaction.ts';

/** Thumbs under a message: Teams asks what to show for one, and then sends it. */
export interface FeedbackAsked {
  readonly step: 'show' | 'count';
  readonly reaction: Reaction;
}

/** Counts one thumb. `tip`: unknown when its message was sent before this process began, or by another one. */
export type CountFeedback = (tip: TipId | 'unknown', reaction: Reaction) => void;

const feedbackSchema = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({ reaction: z.enum(['like', 'dislike']) }),
});

/**
 * The thumb in an invoke; null when it is none. Words that come with it are not read.
 * Source: Add user feedback controls to agent messages (Microsoft Teams developer documentation).
 */
export function readFeedback(name: string | undefined, value: unknown): FeedbackAsked | null {
  if (name === 'message/fetchTask') {
    const shown = z.object({ data: feedbackSchema }).safeParse(value);
    return shown.success ? { step: 'show', reaction: shown.data.data.actionValue.reaction } : null;
  }
  const counted = name === 'message/submitAction' ? feedbackSchema.safeParse(value) : null;
  return counted?.success ? { step: 'count', reaction: counted.data.actionValue.reaction } : null;
}

/** Messages, and thumbs, to keep in mind; above it all are forgotten. */
const REMEMBERED = 10_000;

/** Answers thumbs, and counts them by tip: once for each message and thumb. Who gave them is not kept. */
export class Feedback {
  readonly #tips = new Map<string, TipId>();
  readonly #counted = new Set<string>();
  readonly #count: CountFeedback;
  readonly #t: (locale: string | undefined) => Translate;

  constructor(count: CountFeedback, t: (locale: string | undefined) => Translate) {
    this.#count = count;
    this.#t = t;
  }

  /** A message about this tip is on the screen. */
  sent(conversation: string, messageId: string, tip: TipId): void {
    if (this.#tips.size >= REMEMBERED) this.#tips.clear();
    this.#tips.set(keyOf(conversation, messageId), tip);
  }

  answer({ conversation, replyToId = '', locale }: TeamsActivity, { step, reaction }: FeedbackAsked): HttpReply {
    if (step === 'show') return { status: 200, body: { task: feedbackCard(this.#t(locale), reaction) } };
    const message = keyOf(conversation.id, replyToId);
    const thumb = JSON.stringify([message, reaction]);
    if (this.#counted.size >= REMEMBERED) this.#counted.clear();
    if (!this.#counted.has(thumb)) this.#count(this.#tips.get(message) ?? 'unknown', reaction);
    this.#counted.add(thumb);
    return { status: 200, body: {} };
  }
}

function keyOf(conversation: string, messageId: string): string {
  return JSON.stringify([conversation, messageId]);
}
