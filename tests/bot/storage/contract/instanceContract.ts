import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Storage, StorageError } from '../../../../bot/ports.ts';
import type { Fixture } from '../testDatabase.ts';
import { aTurn, commitWithRetry, message, oneTo, openConversation, seqsOf, textsOf } from '../turns.ts';

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

    it('have the same keys, also when both ask first at once', async () => {
      const { storage } = fixture();

      const [one, two] = await Promise.all([storage.keys.obtain('tokens'), other.keys.obtain('tokens')]);

      expect(Buffer.from(one).toString('hex')).toBe(Buffer.from(two).toString('hex'));
      expect(one).toHaveLength(32);
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

      expect(Buffer.from(one).toString('hex')).not.toBe(Buffer.from(two).toString('hex'));
    });

    it('are the same after a restart', async () => {
      const { storage, database } = fixture();
      const before = await storage.keys.obtain('lasting');

      const restarted = await database.open();
      const after = await restarted.keys.obtain('lasting');
      await restarted.close();

      expect(Buffer.from(after).toString('hex')).toBe(Buffer.from(before).toString('hex'));
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
