import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Conversation, Storage } from '../../../bot/ports.ts';
import { sqliteDatabase } from './sqliteDatabase.ts';
import { aTenant, aTurn, commitWithRetry, message, oneTo, openConversation, seqsOf, textsOf } from './turns.ts';

describe('turns that wait together for SQLite', () => {
  let database: Awaited<ReturnType<typeof sqliteDatabase>>;
  let storage: Storage;

  beforeEach(async () => {
    database = await sqliteDatabase();
    storage = await database.open();
  });

  afterEach(async () => {
    await storage.close();
    await database.remove();
  });

  function conversations(count: number): Promise<readonly Conversation[]> {
    const tenant = aTenant();
    return Promise.all(
      oneTo(count).map((number) => openConversation(storage, { tenant, id: `conversation-${number}` })),
    );
  }

  it('are all kept, each in its conversation', async () => {
    const opened = await conversations(250);

    const results = await Promise.all(
      opened.map((conversation) =>
        storage.conversations.commit(aTurn(conversation, { activities: [message(conversation.id)] })),
      ),
    );

    expect(results.every(({ status }) => status === 'committed')).toBe(true);
    for (const conversation of opened) expect(await textsOf(storage, conversation)).toEqual([conversation.id]);
  });

  it('are each whole or absent when some of them fail', async () => {
    const opened = await conversations(40);
    const broken = [{ rehearsalId: 'never-started', turn: 1, lines: [] }];

    const results = await Promise.allSettled(
      opened.map((conversation, index) =>
        storage.conversations.commit(aTurn(conversation, { ledger: index % 7 === 0 ? broken : [] })),
      ),
    );

    for (const [index, conversation] of opened.entries()) {
      expect(results[index]?.status).toBe(index % 7 === 0 ? 'rejected' : 'fulfilled');
      expect(await seqsOf(storage, conversation)).toEqual(index % 7 === 0 ? [] : [1, 2]);
    }
  });

  it('may include one that erases, which takes nothing of the others', async () => {
    const [erasing, ...others] = await conversations(10);
    if (!erasing) throw new Error('There are ten.');
    const stranger = await openConversation(storage, { tenant: erasing.tenant, id: 'stranger', userId: 'teacher-2' });

    const [erased, kept] = await Promise.all([
      commitWithRetry(storage, erasing, { eraseUser: true, activities: [message('All gone.')] }),
      commitWithRetry(storage, stranger, { activities: [message('kept')] }),
    ]);

    expect([erased.status, kept.status]).toEqual(['committed', 'committed']);
    expect(await textsOf(storage, stranger)).toEqual(['kept']);
    for (const { tenant, id } of others) expect(await storage.conversations.load(tenant, id)).toBeNull();
  });
});
