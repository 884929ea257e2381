import type { MessageKind, MessageReply, ReplyTone } from '../../content/schema/messageKind.ts';
import type { MessageHeat } from './messageHeat.ts';

/** A reply and what it answers. */
export interface OfferedReply {
  readonly kind: MessageKind;
  readonly reply: MessageReply;
}

/** In a heated exchange a short word comes first; a warm one where there is room for it. */
const TONES: Readonly<Record<MessageHeat, readonly ReplyTone[]>> = {
  hot: ['short', 'warm', 'asking'],
  tense: ['warm', 'short', 'asking'],
  calm: ['warm', 'short', 'plain'],
};

/** Three replies in different tones: two to `first`, the last of them to `second`. */
export function repliesTo(first: MessageKind, second: MessageKind, heat: MessageHeat): readonly OfferedReply[] {
  return TONES[heat].flatMap((tone, at) => {
    const kind = at === TONES[heat].length - 1 ? second : first;
    const reply = kind.replies.find((one) => one.tone === tone);
    return reply ? [{ kind, reply }] : [];
  });
}
