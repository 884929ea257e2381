import { describe, expect, it } from '@jest/globals';
import { StorageError } from '../../../../bot/ports.ts';
import type { Fixture } from '../testDatabase.ts';
import { aRehearsal, aTurn, commitWithRetry, message, oneTo, openConversation, seqsOf, textsOf } from '../turns.ts';

/** One turn is one commit, with one effect. */
export function turnContract(fixture: () => Fixture): void {
  describe('a turn', () => {
    it('answers with its activities as the log has them', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);
      const activities = [{ ...message('When?'), timestamp: new Date(0) }, message('Now.')];

      const result = await storage.conversations.commit(aTurn(opened, { activities }));

      expect(result).toEqual({
        status: 'committed',
        version: 1,
        logged: await storage.conversations.readLog(opened.tenant, opened.id, 0, 10),
      });
    });

    it('I3 is not kept at all when a part of it cannot be', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);
      const ledger = [{ rehearsalId: 'never-started', turn: 1, lines: [] }];

      const result = storage.conversations.commit(aTurn(opened, { dedupeKey: 'key', ledger }));

      await expect(result).rejects.toThrow(StorageError);
      expect(await storage.conversations.load(opened.tenant, opened.id)).toEqual(opened);
      expect(await textsOf(storage, opened)).toEqual([]);
      expect(await storage.conversations.findDuplicate(opened.tenant, opened.id, 'key')).toBeNull();
    });

    it('I3 takes no turn beside it down when it cannot be kept', async () => {
      const { storage } = fixture();
      const broken = await openConversation(storage);
      const sound = await openConversation(storage);
      const ledger = [{ rehearsalId: 'never-started', turn: 1, lines: [] }];

      const [first, second, third] = await Promise.allSettled([
        storage.conversations.commit(aTurn(sound)),
        storage.conversations.commit(aTurn(broken, { ledger })),
        storage.conversations.commit(aTurn({ ...sound, version: 1 })),
      ]);

      expect(second.status).toBe('rejected');
      expect(first).toMatchObject({ value: { status: 'committed' } });
      expect(third.status).toBe('fulfilled');
    });

    it('I4 is numbered without gaps among 20 at the same time', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);

      const results = await Promise.all(
        oneTo(20).map((turn) => commitWithRetry(storage, opened, { activities: [message(`${turn}`), message('ok')] })),
      );

      expect(results.every(({ status }) => status === 'committed')).toBe(true);
      expect(await seqsOf(storage, opened)).toEqual(oneTo(40));
      expect(new Set(await textsOf(storage, opened)).size).toBe(21);
    });

    it('without activities moves the version and leaves the log', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);

      const result = await storage.conversations.commit(aTurn(opened, { activities: [] }));

      expect(result).toEqual({ status: 'committed', version: 1, logged: [] });
      expect(await seqsOf(storage, opened)).toEqual([]);
    });
  });

  describe('a turn made from an older version', () => {
    it('is refused and leaves nothing behind', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);
      await storage.conversations.commit(aTurn(opened, { activities: [message('first')] }));

      const late = await storage.conversations.commit(aTurn(opened, { dedupeKey: 'late' }));

      expect(late).toEqual({ status: 'conflict' });
      expect(await textsOf(storage, opened)).toEqual(['first']);
      expect(await storage.conversations.findDuplicate(opened.tenant, opened.id, 'late')).toBeNull();
    });

    it('erases nothing', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);
      await storage.conversations.commit(aTurn(opened, { activities: [message('first')] }));

      await storage.conversations.commit(aTurn(opened, { eraseUser: true }));

      expect(await textsOf(storage, opened)).toEqual(['first']);
    });
  });

  describe('a key that had its effect', () => {
    it('I2 has no second effect and gets the first answer', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);
      const first = aTurn(opened, { dedupeKey: 'key', activityId: 'first-answer' });
      await storage.conversations.commit(first);

      const sameVersion = await storage.conversations.commit(first);
      const newVersion = await storage.conversations.commit({ ...first, expectedVersion: 1, activityId: 'other' });

      expect(sameVersion).toEqual({ status: 'duplicate', activityId: 'first-answer' });
      expect(newVersion).toEqual({ status: 'duplicate', activityId: 'first-answer' });
      expect(await seqsOf(storage, opened)).toEqual([1, 2]);
    });

    it('I2 has one effect when it comes 20 times at once', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);

      const results = await Promise.all(oneTo(20).map(() => commitWithRetry(storage, opened, { dedupeKey: 'key' })));

      expect(results.filter(({ status }) => status === 'committed')).toHaveLength(1);
      expect(results.filter(({ status }) => status === 'duplicate')).toHaveLength(19);
      expect(await seqsOf(storage, opened)).toEqual([1, 2]);
    });

    it('is found with its answer; another key is not', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);
      await storage.conversations.commit(aTurn(opened, { dedupeKey: 'key', activityId: 'answer' }));

      expect(await storage.conversations.findDuplicate(opened.tenant, opened.id, 'key')).toBe('answer');
      expect(await storage.conversations.findDuplicate(opened.tenant, opened.id, 'KEY')).toBeNull();
    });

    it('may have an effect in another conversation', async () => {
      const { storage } = fixture();
      const one = await openConversation(storage);
      const other = await openConversation(storage, { tenant: one.tenant });
      await storage.conversations.commit(aTurn(one, { dedupeKey: 'key' }));

      const result = await storage.conversations.commit(aTurn(other, { dedupeKey: 'key' }));

      expect(result.status).toBe('committed');
    });
  });

  describe('a scenario revision', () => {
    it('is kept as it was when the first rehearsal began', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);
      const pinned = aRehearsal({ id: 'a', scenarioId: 'pinned', revision: 'r1', scenario: { line: 'Why my son?' } });
      const same = { ...pinned, id: 'b', scenario: { line: 'changed' } };

      await storage.conversations.commit(aTurn(opened, { rehearsalsStarted: [pinned] }));
      await storage.conversations.commit(aTurn({ ...opened, version: 1 }, { rehearsalsStarted: [same] }));

      expect(await storage.scenarioRevisions.read('pinned', 'r1')).toEqual({ line: 'Why my son?' });
    });

    it('is absent when no rehearsal ever began with it', async () => {
      expect(await fixture().storage.scenarioRevisions.read('pinned', 'never')).toBeNull();
    });

    it('may be used by two rehearsals that one turn begins', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);
      const rehearsalsStarted = [aRehearsal({ id: 'a' }), aRehearsal({ id: 'b' })];

      const result = await storage.conversations.commit(aTurn(opened, { rehearsalsStarted }));

      expect(result.status).toBe('committed');
    });
  });
}
