import type { Activity } from 'botframework-schema';
import type { LoggedActivity } from '../../ports.ts';

/** What Direct Line sends to a client: activities, and where they end in the log. */
export interface ActivitySet {
  readonly activities: readonly Activity[];
  readonly watermark: string;
}

/** The rest of the log is between us and the bot. */
const SHOWN_TYPES = new Set(['message', 'event', 'typing', 'endOfConversation']);

/** @param after where the client was; its watermark when there is nothing new */
export function activitySet(conversationId: string, logged: readonly LoggedActivity[], after: number): ActivitySet {
  return {
    activities: logged
      .filter(({ activity }) => SHOWN_TYPES.has(activity.type))
      .map(({ seq, activity }) => ({
        ...activity,
        id: `${conversationId}|${String(seq).padStart(7, '0')}`,
        channelId: 'directline',
        conversation: { ...activity.conversation, id: conversationId },
      })),
    watermark: String(logged.at(-1)?.seq ?? after),
  };
}
