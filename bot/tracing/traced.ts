import type { LogFeed, OutgoingMessage, Storage, TurnRunner } from '../ports.ts';
import type { Bot } from '../turn/turnRunner.ts';
import type { Tracing } from './tracing.ts';

/** The parts of a turn, each of which tells where its time goes. */
export interface TurnParts {
  readonly bot: Bot;
  readonly storage: Storage;
  readonly feed: LogFeed;
}

/** The same parts; without tracing exactly these. */
export function tracedParts<Parts extends TurnParts>(parts: Parts, tracing: Tracing | null): Parts {
  if (!tracing) return parts;
  const { bot, storage, feed } = parts;
  const { conversations } = storage;
  return {
    ...parts,
    bot: {
      ...bot,
      run: (context, state, services) => tracing.span('answer', {}, () => bot.run(context, state, services)),
    },
    storage: {
      ...storage,
      conversations: {
        ...conversations,
        commit: (turn) =>
          tracing.span('commit', { conversation: turn.conversationId }, async (note) => {
            const result = await conversations.commit(turn);
            note({ outcome: result.status });
            const seq = result.status === 'committed' ? result.logged.at(-1)?.seq : undefined;
            if (turn.delivery && seq !== undefined) tracing.keep(deliveryKey({ ...turn, seq }));
            return result;
          }),
      },
    },
    feed: {
      ...withMethodsOf(feed),
      publish(tenant, conversation, logged) {
        void tracing.span('deliver', { conversation, channel: 'directline' }, async () =>
          feed.publish(tenant, conversation, logged),
        );
      },
    },
  };
}

/** The same runner. */
export function tracedRunner(runner: TurnRunner, tracing: Tracing | null): TurnRunner {
  if (!tracing) return runner;
  return {
    ...runner,
    run(turn) {
      const { tenant, userId: user, conversationId: conversation, channel } = turn;
      return tracing.span('turn', { tenant, user, conversation, channel }, async (note) => {
        const outcome = await runner.run(turn);
        note({ outcome: outcome.status });
        return outcome;
      });
    },
  };
}

/** The same way to offer a message that left a turn; it is a part of that turn, where that was taken here. */
export function tracedSend<Outcome extends { readonly kind: string }>(
  send: (message: OutgoingMessage) => Promise<Outcome>,
  tracing: Tracing | null,
): (message: OutgoingMessage) => Promise<Outcome> {
  if (!tracing) return send;
  return (message) => {
    const { tenant, conversationId: conversation, seq } = message;
    const deliver = async (note: (more: { readonly outcome: string }) => void) => {
      const outcome = await send(message);
      note({ outcome: outcome.kind });
      return outcome;
    };
    return tracing.span('deliver', { tenant, conversation, seq, channel: 'msteams' }, deliver, deliveryKey(message));
  };
}

function deliveryKey(of: { readonly tenant: string; readonly conversationId: string; readonly seq: number }): string {
  return JSON.stringify([of.tenant, of.conversationId, of.seq]);
}

/** A feed may be made of a class, whose methods a spread leaves out. */
function withMethodsOf(feed: LogFeed): LogFeed {
  return {
    publish: (...args) => feed.publish(...args),
    subscribe: (...args) => feed.subscribe(...args),
    hint: (...args) => feed.hint(...args),
  };
}
