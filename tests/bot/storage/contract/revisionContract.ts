import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Storage } from '../../../../bot/ports.ts';
import type { Fixture } from '../testDatabase.ts';
import { aTenant, aTurn, message, moment, openConversation, textsOf } from '../turns.ts';

/** What was said can be said differently or taken back afterwards; and what was answered is answered again. */
export function revisionContract(fixture: () => Fixture): void {
  describe('something said', () => {
    async function said(storage: Storage, words = 'my own words') {
      const conversation = await openConversation(storage);
      const activities = [{ ...message(words), channelData: { from: 'phone' } }, message('an answer')];
      const turn = aTurn(conversation, { dedupeKey: 'said', activities, activityId: `${conversation.id}|0000001` });
      await storage.conversations.commit(turn);
      const { tenant, id: conversationId } = conversation;
      return { tenant, conversationId, dedupeKey: 'said', at: moment(1), conversation };
    }

    it('reads differently in the log once it was changed, which says when', async () => {
      const { storage } = fixture();
      const { conversation, ...change } = await said(storage);

      expect(await storage.conversations.revise({ ...change, text: 'other words' })).toBe(true);

      const [first] = await storage.conversations.readLog(conversation.tenant, conversation.id, 0, 1);
      expect(first?.activity).toMatchObject({
        text: 'other words',
        channelData: { from: 'phone', changedAt: moment(1) },
      });
      expect(await textsOf(storage, conversation)).toEqual(['other words', 'an answer']);
    });

    it('leaves only that it was said once it was taken back', async () => {
      const { storage, database } = fixture();
      const words = randomUUID();
      const { conversation, ...change } = await said(storage, words);
      expect(await database.readRows()).toContain(words);

      await storage.conversations.revise({ ...change, text: null });

      expect(await textsOf(storage, conversation)).toEqual(['', 'an answer']);
      const [first] = await storage.conversations.readLog(conversation.tenant, conversation.id, 0, 1);
      expect(first?.activity.channelData).toEqual({ from: 'phone', takenBackAt: moment(1) });
      expect(await database.readRows()).not.toContain(words);
    });

    it('that nobody said, or in another organisation, cannot be changed', async () => {
      const { storage } = fixture();
      const { conversation, ...change } = await said(storage);

      expect(await storage.conversations.revise({ ...change, dedupeKey: 'never said', text: 'x' })).toBe(false);
      expect(await storage.conversations.revise({ ...change, tenant: aTenant(), text: 'x' })).toBe(false);
      expect(await textsOf(storage, conversation)).toEqual(['my own words', 'an answer']);
    });

    it('does not stand in the way of the turn that comes after it', async () => {
      const { storage } = fixture();
      const { conversation, ...change } = await said(storage);
      await storage.conversations.revise({ ...change, text: 'other words' });

      const result = await storage.conversations.commit(aTurn({ ...conversation, version: 1 }));

      expect(result.status).toBe('committed');
    });
  });

  describe('what a client was answered', () => {
    it('is answered again when the same comes again', async () => {
      const { storage } = fixture();
      const conversation = await openConversation(storage);
      const answer = { status: 200, body: { value: 'één' } };
      await storage.conversations.commit(aTurn(conversation, { dedupeKey: 'tap', answer }));

      const again = await storage.conversations.commit(aTurn(conversation, { dedupeKey: 'tap' }));

      expect(again).toEqual({ status: 'duplicate', activityId: 'activity-1', answer });
    });
  });
}
