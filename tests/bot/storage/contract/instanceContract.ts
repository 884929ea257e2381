import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Storage, StorageError } from '../../../../bot/ports.ts';
import { shared } from '../shares.ts';
import type { Fixture } from '../testDatabase.ts';
import { aTurn, commitWithRetry, message, moment, oneTo, openConversation, seqsOf, textsOf } from '../turns.ts';

/** Several instances of the bot may share a database. */
export function instanceContract(fixture: () => Fixture): void {
  describe('two instances on one database', () => {
    let other: Storage;

    beforeEach(async () => {
      other = await fixture().database.open();
    });

    afterEach(() => other.close());

    it("see each other's commits", async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);
      await storage.conversations.commit(aTurn(opened, { activities: [message('from one')] }));

      await commitWithRetry(other, opened, { activities: [message('from the other')] });

      expect(await textsOf(storage, opened)).toEqual(['from one', 'from the other']);
    });

    it('keep 20 of 20 turns that come at once', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);

      await Promise.all(
        oneTo(20).map((turn) =>
          commitWithRetry(turn % 2 === 0 ? storage : other, opened, { activities: [message(`${turn}`)] }),
        ),
      );

      expect(await seqsOf(storage, opened)).toEqual(oneTo(20));
      expect(new Set(await textsOf(other, opened)).size).toBe(20);
    });

    it('open one conversation when both make it at once', async () => {
      const { storage } = fixture();
      const wish = { tenant: 'shared', id: 'made-by-both' };

      const [one, two] = await Promise.all([openConversation(storage, wish), openConversation(other, wish)]);

      expect(one).toEqual(two);
    });

    it('let no coach see at one what a teacher took back at the other', async () => {
      const { storage } = fixture();
      const { share, tenant, home, coach } = await shared(storage);
      const before = await other.reviews.open({ ...coach(), as: 'viewed' });

      await storage.shares.withdraw({ tenant, teacherId: home.userId, id: share.id, at: moment(3) });

      expect(before).not.toBeNull();
      expect(await other.reviews.isOpen(coach(4))).toBe(false);
      expect(await other.reviews.open({ ...coach(4), as: 'viewed' })).toBeNull();
      expect(await other.audit.firstBroken(tenant)).toBeNull();
    });

    it('have the same keys, also when both ask first at once', async () => {
      const { storage } = fixture();

      const [one, two] = await Promise.all([storage.keys.obtain('tokens'), other.keys.obtain('tokens')]);

      expect(one).toEqual(two);
      expect(one).toEqual([{ since: '', secret: expect.any(Uint8Array) }]);
      expect(one[0]?.secret).toHaveLength(32);
    });

    it('are not in the way of a third that starts', async () => {
      const third = await fixture().database.open();

      await expect(third.check()).resolves.toBeUndefined();
      await third.close();
    });
  });

  describe('keys', () => {
    it('of two names are two secrets', async () => {
      const { storage } = fixture();

      const [one, two] = await Promise.all([storage.keys.obtain('one'), storage.keys.obtain('two')]);

      expect(one).not.toEqual(two);
    });

    it('are the same after a restart', async () => {
      const { storage, database } = fixture();
      const before = await storage.keys.obtain('lasting');

      const restarted = await database.open();
      const after = await restarted.keys.obtain('lasting');
      await restarted.close();

      expect(after).toEqual(before);
      expect(await storage.keys.names()).toContain('lasting');
    });

    it('have generations, the newest first; an old one is forgotten once a newer one has long counted', async () => {
      const { keys } = fixture().storage;
      const [first] = await keys.obtain('renewed');
      await keys.renew('renewed', '2030-01-01T00:00:00.000Z');
      await keys.renew('renewed', '2030-01-01T00:00:00.000Z');
      const both = await keys.obtain('renewed');

      const early = await keys.expire('2029-12-31T00:00:00.000Z');
      const late = await keys.expire('2030-04-01T00:00:00.000Z');

      expect(both.map(({ since }) => since)).toEqual(['2030-01-01T00:00:00.000Z', '']);
      expect(both[1]).toEqual(first);
      expect(both[0]?.secret).not.toEqual(first?.secret);
      expect([early, late]).toEqual([0, 1]);
      expect(await keys.obtain('renewed')).toEqual([both[0]]);
    });
  });

  describe('a storage that is closed', () => {
    it('has finished what was under way', async () => {
      const { storage, database } = fixture();
      const leaving = await database.open();
      const opened = await openConversation(leaving);
      const underWay = leaving.conversations.commit(aTurn(opened, { activities: [message('just in time')] }));

      await leaving.close();

      expect(await underWay).toMatchObject({ status: 'committed' });
      expect(await textsOf(storage, opened)).toEqual(['just in time']);
    });

    it('refuses further calls, and may be closed again', async () => {
      const closed = await fixture().database.open();
      await closed.close();

      await expect(closed.check()).rejects.toThrow(StorageError);
      await expect(closed.close()).resolves.toBeUndefined();
    });
  });

  describe('a check', () => {
    it('passes while writing works, and leaves nothing behind', async () => {
      const { storage, database } = fixture();

      await storage.check();

      expect(await database.readRows()).not.toContain('xxxxxxxxxx');
    });
  });
}
