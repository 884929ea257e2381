import { describe, expect, it } from '@jest/globals';
import { rehearsed } from '../shares.ts';
import type { Fixture } from '../testDatabase.ts';
import { aTenant } from '../turns.ts';

/** How much is practised, and no more than that. */
export function usageContract(fixture: () => Fixture): void {
  describe('how much is practised', () => {
    it('Z10 leaves the database without a figure for fewer than five teachers', async () => {
      const { storage } = fixture();
      const tenant = aTenant();
      for (const userId of ['a', 'b', 'c', 'd']) await rehearsed(storage, 'hello', { tenant, userId });
      await rehearsed(storage, 'again', { tenant, userId: 'd' });
      const few = await storage.usage.perMonth(tenant);
      await rehearsed(storage, 'hello', { tenant, userId: 'e' });

      expect(few).toEqual([{ month: '2030-01', teachers: null, rehearsals: null }]);
      expect(await storage.usage.perMonth(tenant)).toEqual([{ month: '2030-01', teachers: 5, rehearsals: 6 }]);
    });

    it('Z09 counts nothing of another organisation', async () => {
      const { storage } = fixture();
      for (const userId of ['a', 'b', 'c', 'd', 'e']) await rehearsed(storage, 'hello', { userId });

      expect(await storage.usage.perMonth(aTenant())).toEqual([]);
    });
  });
}
