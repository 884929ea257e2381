import type { Activity } from 'botframework-schema';
import type { ConversationStore, JsonObject, TurnRunner } from '../../ports.ts';
import type { Session } from './session.ts';

/** A turn without a word of the teacher; its key has one effect in a conversation. */
export interface UnaskedTurn {
  readonly activity: Partial<Activity>;
  readonly dedupeKey: string;
}

/** Whether the bot has something to say to a teacher who comes back, given what it remembers; null when it has not. */
export type OnReturn = (state: JsonObject, now: Date) => UnaskedTurn | null;

/** Lets the bot speak when a teacher opens the chat again and something awaits them. Nothing to say costs one look. */
export function welcomeBack(options: {
  readonly conversations: Pick<ConversationStore, 'load'>;
  readonly runner: Pick<TurnRunner, 'run'>;
  readonly onReturn: OnReturn;
  readonly now: () => Date;
}): (session: Session) => Promise<void> {
  const { conversations, runner, onReturn, now } = options;
  return async ({ tenant, conversationId, userId }) => {
    const conversation = await conversations.load(tenant, conversationId);
    const turn = conversation?.state && onReturn(conversation.state, now());
    if (turn) await runner.run({ tenant, conversationId, userId, channel: 'directline', ...turn });
  };
}
