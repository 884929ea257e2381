import type { Logger } from 'pino';
import type { HttpReply } from '../../http/route.ts';
import { digestOf } from '../../identity/secret.ts';
import type { OneTimeStore } from '../../identity/stores.ts';
import type { Connector } from './connector.ts';
import type { TeamsActivity } from './incomingActivity.ts';

/** Turns people away whose organisation the bot is not for; of what they say nothing is kept. */
export interface Strangers {
  /** Says so in words, at most once an hour in each conversation, and answers the request. */
  turnAway(activity: TeamsActivity): Promise<HttpReply>;
}

const HOUR_MS = 60 * 60 * 1000;
/** Of those who are not of our organisations nothing is kept but that they were told, as a digest. */
const NO_TENANT = '';

export function createStrangers(options: {
  readonly connector: Connector;
  readonly oneTimes: Pick<OneTimeStore, 'claim'>;
  readonly words: (locale: string | undefined) => string;
  readonly log: Logger;
  readonly now: () => Date;
}): Strangers {
  const { connector, oneTimes, words, log, now } = options;
  const isToBeTold = async ({ type, tenant, conversation }: TeamsActivity): Promise<boolean> => {
    if (type !== 'message') return false;
    const at = now();
    return oneTimes.claim({
      tenant: NO_TENANT,
      purpose: 'stranger',
      digest: digestOf(JSON.stringify([tenant, conversation.id])),
      at: at.toISOString(),
      expiresAt: new Date(at.getTime() + HOUR_MS).toISOString(),
    });
  };

  return {
    async turnAway(activity) {
      const { type, tenant, conversation, serviceUrl, scope, recipient, from, locale } = activity;
      log.info({ audit: 'another-organisation', tenant }, 'Teams: turned away');
      if (type === 'invoke') return { status: 403, body: {} };
      if (await isToBeTold(activity)) {
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
