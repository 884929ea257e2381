import { describe, expect, it } from '@jest/globals';
import type { Fixture } from '../testDatabase.ts';
import { aKeptKeepsake, aTenant, aTurn, moment, openConversation } from '../turns.ts';

/** What teachers made to keep: it comes and goes with its conversation. */
export function keepsakeContract(fixture: () => Fixture): void {
  describe('something to keep', () => {
    it('is there once its turn is committed, as it was made', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);
      const keepsake = { title: 'Één “lijn” \u0000', sections: [{ blocks: [] }] };

      await storage.conversations.commit(aTurn(opened, { keepsakes: [aKeptKeepsake({ keepsake })] }));

      expect(await storage.keepsakes.read(opened.tenant, 'keepsake-1')).toEqual(keepsake);
    });

    it('is not there when its turn came too late', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);
      await storage.conversations.commit(aTurn(opened));

      const result = await storage.conversations.commit(aTurn(opened, { keepsakes: [aKeptKeepsake()] }));

      expect(result).toEqual({ status: 'conflict' });
      expect(await storage.keepsakes.read(opened.tenant, 'keepsake-1')).toBeNull();
    });

    it('is unknown in another organisation, and under another id', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);
      await storage.conversations.commit(aTurn(opened, { keepsakes: [aKeptKeepsake()] }));

      expect(await storage.keepsakes.read(aTenant(), 'keepsake-1')).toBeNull();
      expect(await storage.keepsakes.read(opened.tenant, 'keepsake-2')).toBeNull();
    });

    it('goes when the teacher erases everything, in other conversations too', async () => {
      const { storage } = fixture();
      const tenant = aTenant();
      const here = await openConversation(storage, { tenant, id: 'here' });
      const there = await openConversation(storage, { tenant, id: 'there' });
      await storage.conversations.commit(aTurn(here, { keepsakes: [aKeptKeepsake({ id: 'mine-here' })] }));
      await storage.conversations.commit(aTurn(there, { keepsakes: [aKeptKeepsake({ id: 'mine-there' })] }));

      await storage.conversations.commit(aTurn({ ...here, version: 1 }, { eraseUser: true }));

      expect(await storage.keepsakes.read(tenant, 'mine-here')).toBeNull();
      expect(await storage.keepsakes.read(tenant, 'mine-there')).toBeNull();
    });

    it('stays when another teacher erases everything', async () => {
      const { storage } = fixture();
      const tenant = aTenant();
      const mine = await openConversation(storage, { tenant, id: 'mine' });
      const theirs = await openConversation(storage, { tenant, id: 'theirs', userId: 'teacher-2' });
      await storage.conversations.commit(aTurn(mine, { keepsakes: [aKeptKeepsake()] }));

      await storage.conversations.commit(aTurn(theirs, { eraseUser: true }));

      expect(await storage.keepsakes.read(tenant, 'keepsake-1')).not.toBeNull();
    });

    it('goes when its conversation is past its time', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);
      await storage.conversations.commit(aTurn(opened, { keepsakes: [aKeptKeepsake()] }));

      await storage.personalData.expire(moment(1), moment(2));

      expect(await storage.keepsakes.read(opened.tenant, 'keepsake-1')).toBeNull();
    });
  });
}
