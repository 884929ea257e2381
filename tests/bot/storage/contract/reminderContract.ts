import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Conversation, Storage, TurnCommit } from '../../../../bot/ports.ts';
import type { Fixture } from '../testDatabase.ts';
import { aTenant, aTurn, commitWithRetry, moment, openConversation } from '../turns.ts';

/** Who may be reminded: kept with the turn that made it so, found without reading anybody's state. */
export function reminderContract(fixture: () => Fixture): void {
  describe('a conversation to remind', () => {
    let storage: Storage;
    let conversation: Conversation;

    beforeEach(async () => {
      ({ storage } = fixture());
      conversation = await openConversation(storage);
    });

    const reached = { address: { to: 'Anna' }, message: null };
    const turn = (changes: Partial<TurnCommit>, of = conversation) =>
      commitWithRetry(storage, of, { delivery: reached, ...changes });

    /** Of the conversations of this test, those to remind on this day. */
    async function found(day = '2030-01-15', quietSince = moment(), of = [conversation]): Promise<readonly string[]> {
      const all = await storage.conversations.toRemind({ day, quietSince, after: null, limit: 1000 });
      const ids = new Set(of.map(({ id }) => id));
      return all.filter(({ conversationId }) => ids.has(conversationId)).map(({ conversationId }) => conversationId);
    }

    it('is found from its day on, and not before', async () => {
      await turn({ remindOn: '2030-01-15' });

      expect(await found('2030-01-14')).toEqual([]);
      expect(await found('2030-01-15')).toEqual([conversation.id]);
      expect(await found('2030-02-01')).toEqual([conversation.id]);
    });

    it('has the day of its last turn that named one', async () => {
      await turn({ remindOn: '2030-01-15' });
      await turn({});
      expect(await found()).toEqual([conversation.id]);

      await turn({ remindOn: '2030-01-16' });
      expect(await found()).toEqual([]);

      await turn({ remindOn: null });
      expect(await found('2030-02-01')).toEqual([]);
    });

    it('has no day of a turn that came too late', async () => {
      await turn({ remindOn: null });
      await storage.conversations.commit(aTurn(conversation, { remindOn: '2030-01-15' }));

      expect(await found()).toEqual([]);
    });

    it('is not found where nobody can be reached, or not any more', async () => {
      const unreached = await openConversation(storage);
      await commitWithRetry(storage, unreached, { remindOn: '2030-01-15' });
      await turn({ remindOn: '2030-01-15' });
      await storage.outbox.forgetAddress(conversation.tenant, conversation.id);

      expect(await found('2030-01-15', moment(), [unreached, conversation])).toEqual([]);
    });

    it('is left in peace while its teacher is there', async () => {
      await turn({ remindOn: '2030-01-15', at: moment(10) });

      expect(await found('2030-01-15', moment(9))).toEqual([]);
      expect(await found('2030-01-15', moment(10))).toEqual([conversation.id]);
    });

    it('goes with everything else that its teacher erases', async () => {
      await turn({ remindOn: '2030-01-15' });
      const other = await openConversation(storage, { tenant: conversation.tenant });

      await commitWithRetry(storage, other, { eraseUser: true, remindOn: null });

      expect(await found()).toEqual([]);
    });

    it('comes in pages, each once, and those of every organisation', async () => {
      const many = [conversation];
      for (let count = 0; count < 4; count++) many.push(await openConversation(storage, { tenant: aTenant() }));
      for (const one of many) await turn({ remindOn: '2030-01-15' }, one);

      const seen: string[] = [];
      for (let after = null, pages = 0; pages < 100; pages++) {
        const page = await storage.conversations.toRemind({ day: '2030-01-15', quietSince: moment(), after, limit: 2 });
        seen.push(...page.map(({ conversationId }) => conversationId));
        after = page.at(-1) ?? null;
        if (!after) break;
      }

      expect(seen.filter((id) => many.some((one) => one.id === id))).toHaveLength(5);
      expect(new Set(seen)).toHaveProperty('size', seen.length);
    });

    it('becomes no younger by a turn that its teacher did not take', async () => {
      await turn({ at: moment(-10) });
      await turn({ at: moment(), isUnasked: true });
      const kept = await storage.conversations.load(conversation.tenant, conversation.id);

      expect(kept).toMatchObject({ version: 2, updatedAt: moment(-10) });
    });

    it('gets a message that is not sent after the moment its turn named', async () => {
      const delivery = { address: { to: 'Anna' }, message: { text: 'hello' }, until: moment(60) };
      await turn({ delivery });
      const take = async (minutes: number) => {
        const order = { at: moment(minutes), until: moment(minutes), holder: 'one', limit: 1000 };
        return (await storage.outbox.take(order)).filter(({ tenant }) => tenant === conversation.tenant);
      };

      expect(await take(60)).toEqual([]);
      expect(await take(59)).toHaveLength(1);
    });
  });
}
