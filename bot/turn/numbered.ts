import type { Activity } from 'botbuilder-core';
import type { Conversation } from '../ports.ts';

/** The bot as the other side of every conversation. */
const BOT = { id: 'op-een-lijn', name: 'Op één lijn' };

/** The id of the activity at `seq` in a conversation, as Direct Line writes it: `<conversation>|0000012`. */
function activityId(conversationId: string, seq: number): string {
  return `${conversationId}|${String(seq).padStart(7, '0')}`;
}

/** An activity with its place in the log: id, conversation, time and both sides filled in. */
export function numbered(
  activity: Partial<Activity>,
  place: {
    readonly conversation: Conversation;
    readonly seq: number;
    readonly at: string;
    readonly by: 'teacher' | 'bot';
    readonly replyToId?: string | undefined;
  },
): Activity & { id: string } {
  const { conversation, seq, at, by, replyToId } = place;
  const teacher = { id: conversation.userId, name: '', role: 'user' };
  const fromBot = by === 'bot';
  return {
    ...activity,
    type: activity.type ?? 'message',
    id: activityId(conversation.id, seq),
    channelId: conversation.channel,
    conversation: { id: conversation.id },
    from: fromBot ? { ...BOT, name: speakerOf(activity), role: 'bot' } : { ...teacher, ...activity.from },
    recipient: fromBot ? teacher : BOT,
    timestamp: at,
    ...(replyToId ? { replyToId } : {}),
  } as unknown as Activity & { id: string };
}

/** A turn context overwrites the sender, so the name of the parent comes with the message itself. */
function speakerOf({ channelData }: Partial<Activity>): string {
  return channelData?.opEenLijn?.name ?? BOT.name;
}
