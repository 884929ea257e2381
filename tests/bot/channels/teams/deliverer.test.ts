import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { Deliverer } from '../../../../bot/channels/teams/deliverer.ts';
import { type OutboxStore, type Storage, StorageError } from '../../../../bot/ports.ts';
import { openSqlite } from '../../../../bot/storage/sqlite/openSqlite.ts';
import { commitWithRetry, moment, openConversation } from '../../storage/turns.ts';

const NOON = Date.parse(moment());

describe('bringing messages to Teams from several instances', () => {
  let storage: Storage;
  let sent: string[];
  let seconds: number;

  beforeAll(async () => {
    storage = await openSqlite({ file: ':memory:' });
  });
  afterAll(() => storage?.close());
  beforeEach(async () => {
    await storage.outbox.expire(moment(100_000));
    sent = [];
    seconds = 0;
  });

  async function leave(text: string): Promise<void> {
    const delivery = { address: { to: 'Anna' }, message: { text } };
    await commitWithRetry(storage, await openConversation(storage), { delivery });
  }

  /** One instance; `send` does what it does with what it sends. */
  function anInstance(
    send: (text: string) => Promise<void> = async (text) => void sent.push(text),
    outbox: OutboxStore = storage.outbox,
  ): Deliverer {
    return new Deliverer({
      outbox,
      send: async ({ message }) => {
        await send(String(message['text']));
        return { kind: 'sent' };
      },
      now: () => new Date(NOON + seconds * 1000),
      log: pino({ level: 'silent' }),
    });
  }

  it('goes on within ten seconds where an instance died over a message', async () => {
    await leave('hello');
    const silence: OutboxStore = { ...storage.outbox, keep: async () => undefined };
    const began = Promise.withResolvers<void>();
    const dies = () => {
      began.resolve();
      return new Promise<void>(() => undefined);
    };
    void anInstance(dies, silence).deliverDue();
    await began.promise;

    seconds = 7;
    await anInstance().deliverDue();
    const early = [...sent];
    seconds = 9;
    await anInstance().deliverDue();

    expect(early).toEqual([]);
    expect(sent).toEqual(['hello']);
  });

  it('sends nothing twice when the database has no room to hear that it arrived', async () => {
    await leave('hello');
    let refusals = 2;
    const remove: OutboxStore['remove'] = async (message) => {
      refusals -= 1;
      if (refusals >= 0) throw new StorageError('All connections are taken.');
      await storage.outbox.remove(message);
    };

    await anInstance(undefined, { ...storage.outbox, remove }).deliverDue();
    seconds = 60;
    await anInstance().deliverDue();

    expect(sent).toEqual(['hello']);
  });
});
