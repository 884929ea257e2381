import { describe, expect, it } from '@jest/globals';
import type { Fixture } from '../testDatabase.ts';
import { aTenant, aTurn, message, moment, openConversation } from '../turns.ts';

/** Conversations are found again, each in its tenant. */
export function conversationContract(fixture: () => Fixture): void {
  describe('a conversation', () => {
    it('starts empty at version 0', async () => {
      const opened = await openConversation(fixture().storage, { at: moment() });

      expect(opened).toMatchObject({ version: 0, state: null, lastSeq: 0, createdAt: moment(), updatedAt: moment() });
    });

    it('is the same one when opened again, whatever the user', async () => {
      const { storage } = fixture();
      const first = await openConversation(storage, { userId: 'teacher-1' });

      const again = await openConversation(storage, { tenant: first.tenant, id: first.id, userId: 'teacher-2' });

      expect(again).toEqual(first);
    });

    it('is made once when opened many times at once', async () => {
      const { storage } = fixture();
      const tenant = aTenant();

      const opened = await Promise.all(
        Array.from({ length: 10 }, (_, index) => openConversation(storage, { tenant, id: 'one', at: moment(index) })),
      );

      expect(new Set(opened.map(({ createdAt }) => createdAt)).size).toBe(1);
    });

    it('is not there before it is opened', async () => {
      expect(await fixture().storage.conversations.load(aTenant(), 'never-opened')).toBeNull();
    });

    it('has the state, version and time of its last turn', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);

      await storage.conversations.commit(aTurn(opened, { state: { dialog: ['rehearse'] }, at: moment(5) }));

      expect(await storage.conversations.load(opened.tenant, opened.id)).toEqual({
        ...opened,
        version: 1,
        state: { dialog: ['rehearse'] },
        lastSeq: 2,
        updatedAt: moment(5),
      });
    });

    it('may be opened and left without a word', async () => {
      const { storage } = fixture();
      const { tenant, id } = await openConversation(storage);

      expect(await storage.conversations.readLog(tenant, id, 0, 10)).toEqual([]);
    });
  });

  describe("a teacher's latest conversation", () => {
    it('is the one with the newest activity on that channel', async () => {
      const { storage } = fixture();
      const tenant = aTenant();
      const earlier = await openConversation(storage, { tenant, id: 'earlier' });
      const later = await openConversation(storage, { tenant, id: 'later' });
      const elsewhere = await openConversation(storage, { tenant, id: 'elsewhere', channel: 'msteams' });
      await storage.conversations.commit(aTurn(later, { at: moment(1) }));
      await storage.conversations.commit(aTurn(earlier, { at: moment(2) }));
      await storage.conversations.commit(aTurn(elsewhere, { at: moment(3) }));

      expect(await storage.conversations.latestOf(tenant, 'teacher-1', 'directline')).toMatchObject({ id: 'earlier' });
    });

    it('is not one that was opened later but never used', async () => {
      const { storage } = fixture();
      const tenant = aTenant();
      const used = await openConversation(storage, { tenant, id: 'used' });
      await storage.conversations.commit(aTurn(used, { at: moment(1) }));
      await openConversation(storage, { tenant, id: 'unused', at: moment(2) });

      expect(await storage.conversations.latestOf(tenant, 'teacher-1', 'directline')).toMatchObject({ id: 'used' });
    });

    it('is absent for a teacher who never came', async () => {
      expect(await fixture().storage.conversations.latestOf(aTenant(), 'teacher-1', 'directline')).toBeNull();
    });
  });

  describe('the log', () => {
    it('gives exactly what is after the number asked for', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);
      const activities = ['one', 'two', 'three', 'four'].map(message);
      await storage.conversations.commit(aTurn(opened, { activities }));

      const read = await storage.conversations.readLog(opened.tenant, opened.id, 2, 10);

      expect(read).toEqual([
        { seq: 3, activity: message('three') },
        { seq: 4, activity: message('four') },
      ]);
    });

    it('gives the earliest when there is more than the limit', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);
      await storage.conversations.commit(aTurn(opened, { activities: ['one', 'two', 'three'].map(message) }));

      const read = await storage.conversations.readLog(opened.tenant, opened.id, 0, 2);

      expect(read.map(({ seq }) => seq)).toEqual([1, 2]);
    });

    it('has nothing after its end', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);
      await storage.conversations.commit(aTurn(opened));

      expect(await storage.conversations.readLog(opened.tenant, opened.id, 2, 10)).toEqual([]);
    });
  });

  describe('another tenant', () => {
    it('sees nothing of a conversation with the same id and user', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);
      await storage.conversations.commit(aTurn(opened, { dedupeKey: 'key' }));
      const stranger = aTenant();

      expect(await storage.conversations.load(stranger, opened.id)).toBeNull();
      expect(await storage.conversations.readLog(stranger, opened.id, 0, 10)).toEqual([]);
      expect(await storage.conversations.latestOf(stranger, opened.userId, opened.channel)).toBeNull();
      expect(await storage.conversations.findDuplicate(stranger, opened.id, 'key')).toBeNull();
      expect(await storage.personalData.export(stranger, opened.userId)).toMatchObject({ conversations: [] });
    });

    it('cannot write in it', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);

      const result = await storage.conversations.commit(aTurn({ ...opened, tenant: aTenant() }));

      expect(result).toEqual({ status: 'conflict' });
    });

    it('has a conversation of its own under the same id', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);
      const other = await openConversation(storage, { id: opened.id });

      await storage.conversations.commit(aTurn(other));

      expect(await storage.conversations.load(opened.tenant, opened.id)).toEqual(opened);
    });
  });
}
