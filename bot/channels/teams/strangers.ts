import type { Logger } from 'pino';
import type { HttpReply } from '../../http/route.ts';
import type { Connector } from './connector.ts';
import type { TeamsActivity } from './incomingActivity.ts';

/** Turns people away whose organisation the bot is not for; of what they say nothing is kept. */
export interface Strangers {
  /** Says so in words, at most once an hour in each conversation, and answers the request. */
  turnAway(activity: TeamsActivity): Promise<HttpReply>;
}

const HOUR_MS = 60 * 60 * 1000;
/** Conversations to keep in mind; above it all are forgotten. */
const REMEMBERED = 1_000;

export function createStrangers(options: {
  readonly connector: Connector;
  readonly words: (locale: string | undefined) => string;
  readonly log: Logger;
  readonly now: () => Date;
}): Strangers {
  const { connector, words, log, now } = options;
  const told = new Map<string, number>();

  const isToBeTold = ({ type, tenant, conversation }: TeamsActivity): boolean => {
    const key = JSON.stringify([tenant, conversation.id]);
    const at = now().getTime();
    if (type !== 'message' || at - (told.get(key) ?? 0) < HOUR_MS) return false;
    if (told.size >= REMEMBERED) told.clear();
    told.set(key, at);
    return true;
  };

  return {
    async turnAway(activity) {
      const { type, tenant, conversation, serviceUrl, scope, recipient, from, locale } = activity;
      log.info({ audit: 'another-organisation', tenant }, 'Teams: turned away');
      if (type === 'invoke') return { status: 403, body: {} };
      if (isToBeTold(activity)) {
        const address = { serviceUrl, scope, conversation: conversation.id, bot: recipient.id, user: from.id };
        await connector.send(address, {
          type: 'message',
          from: { id: recipient.id },
          recipient: { id: from.id },
          conversation: { id: conversation.id },
          text: words(locale),
        });
      }
      return { status: 200, body: {} };
    },
  };
}
