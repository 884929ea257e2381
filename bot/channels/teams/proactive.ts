import type { Activity } from 'botframework-schema';
import type { Logger } from 'pino';
import type { ConversationStore, OutboxStore, TurnRunner } from '../../ports.ts';
import type { Seals, TeamsAddress } from './address.ts';
import { TEAMS } from './authentication.ts';
import type { OneMessage } from './oneMessage.ts';
import type { ServiceCheck } from './serviceUrl.ts';

/** What became of a turn that nobody asked for. */
export type ProactiveOutcome =
  | 'accepted'
  /** Its conversation has too much waiting: later perhaps. */
  | 'busy'
  /** The bot is not there, or not any more. */
  | 'not-installed'
  /** What was kept about the way there cannot be trusted; nothing was done. */
  | 'refused';

/** Lets the bot speak to a teacher in Teams unasked, as for a reminder. */
export interface Proactive {
  /**
   * One turn with this activity, as if it had come in; its replies go to the teacher's personal chat. The key has one
   * effect in a conversation. `until` (ISO 8601, UTC): after it the message is not sent any more.
   */
  send(turn: {
    readonly tenant: string;
    readonly conversationId: string;
    readonly activity: Partial<Activity>;
    readonly dedupeKey: string;
    readonly until?: string;
  }): Promise<ProactiveOutcome>;
}

/** Source: Send proactive messages (Microsoft Teams developer documentation): only where the bot is installed. */
export function createProactive(options: {
  readonly runner: Pick<TurnRunner, 'run'>;
  readonly conversations: Pick<ConversationStore, 'load'>;
  readonly outbox: Pick<OutboxStore, 'addressOf'>;
  readonly seals: Seals;
  readonly compose: OneMessage;
  readonly isAllowedService: ServiceCheck;
  readonly tenants: ReadonlySet<string>;
  readonly wake: () => void;
  readonly log: Logger;
}): Proactive {
  const { runner, conversations, outbox, seals, compose, isAllowedService, tenants, wake, log } = options;

  const isGood = (address: TeamsAddress | null, tenant: string): address is TeamsAddress =>
    address !== null && address.scope === 'personal' && tenants.has(tenant) && isAllowedService(address.serviceUrl);

  return {
    async send({ tenant, conversationId, activity, dedupeKey, until }) {
      const kept = await outbox.addressOf(tenant, conversationId);
      const conversation = await conversations.load(tenant, conversationId);
      if (!kept || conversation?.channel !== TEAMS) return 'not-installed';

      const opened = seals.open(kept, tenant, conversationId);
      if (!isGood(opened, tenant)) {
        log.error(
          { audit: 'address-refused', tenant, conversation: conversationId },
          'Teams: an address is not as we kept it',
        );
        return 'refused';
      }
      const { replyToId: _answered, ...address } = opened;
      const { status } = await runner.run({
        tenant,
        conversationId,
        userId: conversation.userId,
        channel: TEAMS,
        activity,
        dedupeKey,
        delivery: {
          address: seals.seal(address, tenant, conversationId),
          compose: (replies) => compose(replies, address),
          ...(until === undefined ? {} : { until }),
        },
      });
      wake();
      return status;
    },
  };
}
