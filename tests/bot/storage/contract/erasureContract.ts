import { describe, expect, it } from '@jest/globals';
import type { Conversation, Storage } from '../../../../bot/ports.ts';
import type { Fixture } from '../testDatabase.ts';
import {
  aKeptKeepsake,
  aRehearsal,
  aTenant,
  aTurn,
  message,
  moment,
  openConversation,
  seqsOf,
  textsOf,
} from '../turns.ts';

const CANARY = 'heron-flies-at-dusk';

/** A conversation in which every place that can hold words holds the canary. */
async function canaryConversation(storage: Storage, tenant: string, id: string, word: string): Promise<Conversation> {
  const opened = await openConversation(storage, { tenant, id, userId: `teacher-${word}` });
  await storage.conversations.commit(
    aTurn(opened, {
      dedupeKey: word,
      activityId: word,
      activities: [message(word)],
      state: { word },
      rehearsalsStarted: [aRehearsal({ id: word })],
      ledger: [{ rehearsalId: word, turn: 1, lines: [{ word }] }],
      keepsakes: [aKeptKeepsake({ id: `${word}-${id}`, keepsake: { word } })],
    }),
  );
  return { ...opened, version: 1 };
}

/** "Delete my data" leaves nothing, and goes on from there. */
export function erasureContract(fixture: () => Fixture): void {
  describe('erasing a teacher', () => {
    it('P05 leaves no word in any row', async () => {
      const { storage, database } = fixture();
      const tenant = aTenant();
      const here = await canaryConversation(storage, tenant, 'here', CANARY);
      await canaryConversation(storage, tenant, `other-${CANARY}`, CANARY);
      const before = await database.readRows();

      await storage.conversations.commit(aTurn(here, { eraseUser: true, activities: [message('All gone.')] }));

      const words = (await database.readRows()).replaceAll(`teacher-${CANARY}`, '');
      expect(before).toContain(CANARY);
      expect(words).not.toContain(CANARY);
    });

    it('goes on in the conversation, its numbering too', async () => {
      const { storage } = fixture();
      const here = await canaryConversation(storage, aTenant(), 'here', 'word');

      const result = await storage.conversations.commit(
        aTurn(here, { eraseUser: true, activities: [message('All gone.')], state: { fresh: true } }),
      );

      expect(result).toMatchObject({ status: 'committed', version: 2 });
      expect(await seqsOf(storage, here)).toEqual([2]);
      expect(await storage.conversations.load(here.tenant, here.id)).toMatchObject({
        lastSeq: 2,
        state: { fresh: true },
      });
    });

    it('erases the other conversations of the same teacher', async () => {
      const { storage } = fixture();
      const tenant = aTenant();
      const here = await canaryConversation(storage, tenant, 'here', 'word');
      const other = await canaryConversation(storage, tenant, 'other', 'word');

      await storage.conversations.commit(aTurn(here, { eraseUser: true }));

      expect(await storage.conversations.load(tenant, other.id)).toBeNull();
      expect(await textsOf(storage, other)).toEqual([]);
    });

    it('touches no other teacher, nor the same one elsewhere', async () => {
      const { storage } = fixture();
      const here = await canaryConversation(storage, aTenant(), 'here', 'word');
      const colleague = await canaryConversation(storage, here.tenant, 'colleague', 'other');
      const elsewhere = await canaryConversation(storage, aTenant(), 'here', 'word');

      await storage.conversations.commit(aTurn(here, { eraseUser: true }));

      expect(await textsOf(storage, colleague)).toEqual(['other']);
      expect(await textsOf(storage, elsewhere)).toEqual(['word']);
    });

    it('I8 keeps a turn from coming back that was made before', async () => {
      const { storage } = fixture();
      const tenant = aTenant();
      const here = await canaryConversation(storage, tenant, 'here', 'word');
      const other = await canaryConversation(storage, tenant, 'other', 'word');
      await storage.conversations.commit(aTurn(here, { eraseUser: true }));

      const late = await storage.conversations.commit(aTurn(other, { activities: [message(CANARY)] }));

      expect(late).toEqual({ status: 'conflict' });
    });

    it('forgets the keys of before, and knows its own', async () => {
      const { storage } = fixture();
      const here = await canaryConversation(storage, aTenant(), 'here', 'word');

      await storage.conversations.commit(aTurn(here, { eraseUser: true, dedupeKey: 'erase', activityId: 'erased' }));

      expect(await storage.conversations.findDuplicate(here.tenant, here.id, 'word')).toBeNull();
      expect(await storage.conversations.findDuplicate(here.tenant, here.id, 'erase')).toBe('erased');
    });

    it('may happen in the middle of a rehearsal', async () => {
      const { storage } = fixture();
      const here = await canaryConversation(storage, aTenant(), 'here', 'word');
      const ledger = [{ rehearsalId: 'word', turn: 2, lines: [{ word: CANARY }] }];
      const rehearsalsEnded = [{ id: 'word', reason: 'stopped', kept: null }];

      const result = await storage.conversations.commit(aTurn(here, { eraseUser: true, ledger, rehearsalsEnded }));

      expect(result.status).toBe('committed');
      expect(await storage.personalData.export(here.tenant, here.userId)).toMatchObject({
        conversations: [{ rehearsals: [] }],
      });
    });

    it('keeps counts and time as proof', async () => {
      const { storage, database } = fixture();
      const here = await canaryConversation(storage, aTenant(), 'here', 'word');
      const at = moment(60 * 24 * 300 + Math.trunc(Math.random() * 10_000));

      await storage.conversations.commit(aTurn(here, { eraseUser: true, at, activities: [] }));
      await storage.conversations.commit(aTurn({ ...here, version: 2 }, { activities: [] }));

      expect(await database.readRows()).toContain(at);
    });

    it('may happen in two conversations at once', async () => {
      const { storage } = fixture();
      const tenant = aTenant();
      const one = await canaryConversation(storage, tenant, 'one', 'word');
      const two = await canaryConversation(storage, tenant, 'two', 'word');

      const results = await Promise.all(
        [one, two].map((here) => storage.conversations.commit(aTurn(here, { eraseUser: true }))),
      );

      expect(results.map(({ status }) => status).sort()).toEqual(['committed', 'conflict']);
    });
  });
}
