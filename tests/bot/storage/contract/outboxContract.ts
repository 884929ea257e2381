import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Conversation, OutgoingMessage, Storage, TurnCommit } from '../../../../bot/ports.ts';
import type { Fixture } from '../testDatabase.ts';
import { aRehearsal, aTenant, aTurn, commitWithRetry, moment, openConversation } from '../turns.ts';

/** What is to be sent: kept with its turn, handed out in order to one at a time, until it has arrived. */
export function outboxContract(fixture: () => Fixture): void {
  describe('a message on its way', () => {
    let storage: Storage;
    let conversation: Conversation;

    beforeEach(async () => {
      ({ storage } = fixture());
      await storage.outbox.expire(moment(100_000));
      conversation = await openConversation(storage);
    });

    /** A turn that leaves this text to be sent. */
    async function leave(text: string, more: Partial<TurnCommit> = {}, where = conversation): Promise<void> {
      const delivery = { address: { to: 'Anna' }, message: { text } };
      await commitWithRetry(storage, where, { delivery, ...more });
    }

    /** Takes what is due so many minutes after noon, for five minutes. */
    function take(minutes = 0, holder = 'one', limit = 10): Promise<readonly OutgoingMessage[]> {
      return storage.outbox.take({ at: moment(minutes), until: moment(minutes + 5), holder, limit });
    }

    async function textsTaken(minutes = 0, holder = 'one'): Promise<readonly unknown[]> {
      return (await take(minutes, holder)).map(({ message }) => message['text']);
    }

    /** It may or may not have arrived; it is due again at once. */
    async function doubt(minutes: number): Promise<void> {
      for (const message of await take(minutes)) {
        await storage.outbox.postpone({ ...message, holder: 'one', due: moment(minutes), isDoubtful: true });
      }
    }

    it('is there once its turn is committed, with its address and its place in the log', async () => {
      await leave('Dag “juf” \u0000');

      expect(await take()).toEqual([
        {
          tenant: conversation.tenant,
          conversationId: conversation.id,
          seq: 2,
          address: { to: 'Anna' },
          message: { text: 'Dag “juf” \u0000' },
          attempts: 1,
        },
      ]);
    });

    it('is not there when its turn came too late, or was a duplicate', async () => {
      await leave('once', { dedupeKey: 'said' });
      const delivery = { address: {}, message: { text: 'twice' } };

      await storage.conversations.commit(aTurn(conversation, { delivery }));
      await storage.conversations.commit(aTurn({ ...conversation, version: 1 }, { delivery, dedupeKey: 'said' }));

      expect(await textsTaken()).toEqual(['once']);
    });

    it('is not there for a turn that has nothing to send, whose address is kept all the same', async () => {
      await commitWithRetry(storage, conversation, { delivery: { address: { to: 'Bram' }, message: null } });

      expect(await take()).toEqual([]);
      expect(await storage.outbox.addressOf(conversation.tenant, conversation.id)).toEqual({ to: 'Bram' });
    });

    it('waits until the one before it has gone', async () => {
      await leave('first');
      await leave('second');

      const [first] = await take();
      expect(await take()).toEqual([]);
      if (first) await storage.outbox.remove({ ...first, holder: 'one' });

      expect(first?.message).toEqual({ text: 'first' });
      expect(await textsTaken()).toEqual(['second']);
    });

    it('does not wait for other conversations', async () => {
      const other = await openConversation(storage, { tenant: aTenant() });
      await leave('mine');
      await leave('theirs', {}, other);

      expect(await textsTaken()).toHaveLength(2);
    });

    it('comes at most so many at a time', async () => {
      for (let count = 0; count < 3; count++) await leave('one', {}, await openConversation(storage));

      expect(await take(0, 'one', 2)).toHaveLength(2);
      expect(await take(0, 'two', 2)).toHaveLength(1);
    });

    it('belongs to who took it, and to another once that one falls silent', async () => {
      await leave('hello');
      await take(0, 'one');

      expect(await textsTaken(4, 'two')).toEqual([]);
      expect(await textsTaken(5, 'two')).toEqual(['hello']);
    });

    it('stays with who took it for as long as that one says so, and no other can say it', async () => {
      await leave('hello');
      const [message] = await take(0, 'one');
      if (!message) throw new Error('It was to be taken.');

      await storage.outbox.keep({ ...message, holder: 'one', until: moment(9) });
      await storage.outbox.keep({ ...message, holder: 'two', until: moment(30) });

      expect(await textsTaken(8, 'two')).toEqual([]);
      expect(await textsTaken(9, 'two')).toEqual(['hello']);
    });

    it('goes to one of two that take at once', async () => {
      await leave('hello');

      const taken = await Promise.all([take(0, 'one'), take(0, 'two'), take(0, 'three')]);

      expect(taken.flat()).toHaveLength(1);
    });

    it('stays when somebody lets go of it who does not hold it any more', async () => {
      await leave('hello');
      const [message] = await take(0, 'one');
      await take(5, 'two');
      if (!message) throw new Error('It was to be taken.');

      await storage.outbox.remove({ ...message, holder: 'one' });
      await storage.outbox.postpone({ ...message, holder: 'one', due: moment(5), isDoubtful: false });
      expect(await textsTaken(6, 'three')).toEqual([]);

      await storage.outbox.postpone({ ...message, holder: 'two', due: moment(6), isDoubtful: false });
      expect(await textsTaken(6, 'three')).toEqual(['hello']);
    });

    it('is offered again when it is due again, and says how often it was', async () => {
      await leave('hello');
      for (let attempt = 1; attempt <= 5; attempt++) {
        const [message] = await take(attempt);
        expect(message?.attempts).toBe(attempt);
        if (!message) return;
        await storage.outbox.postpone({ ...message, holder: 'one', due: moment(attempt + 1), isDoubtful: false });
        expect(await take(attempt)).toEqual([]);
      }
    });

    it('that may have arrived is offered once more, and then not until somebody speaks there', async () => {
      await leave('perhaps');
      await doubt(0);
      await doubt(1);

      expect(await take(2)).toEqual([]);
      await leave('next');
      expect(await textsTaken(3)).toEqual(['perhaps']);
    });

    it('that may have arrived keeps its place before what is said later', async () => {
      await leave('perhaps');
      await doubt(0);
      await doubt(1);
      await leave('next');

      const [perhaps] = await take(2);
      if (perhaps) await storage.outbox.remove({ ...perhaps, holder: 'one' });

      expect(await textsTaken(2)).toEqual(['next']);
    });

    it('whose taker fell silent twice is in doubt too', async () => {
      await leave('perhaps');
      await take(0);
      await take(10);

      expect(await take(20)).toEqual([]);
    });

    it('is not sent any more after a day, and then it goes', async () => {
      await leave('late');

      expect(await take(24 * 60)).toEqual([]);
      expect(await storage.outbox.expire(moment(24 * 60 - 1))).toBe(0);
      expect(await storage.outbox.expire(moment(24 * 60))).toBe(1);
    });

    it('goes when its teacher erases everything, and the goodbye does not', async () => {
      await leave('before');

      await leave('goodbye', { eraseUser: true });

      expect(await textsTaken()).toEqual(['goodbye']);
      expect(await storage.outbox.addressOf(conversation.tenant, conversation.id)).toEqual({ to: 'Anna' });
    });

    it('goes with the rehearsal it is of', async () => {
      await leave('before');
      await leave('of the rehearsal', { rehearsalsStarted: [aRehearsal()] });

      await leave('after', { rehearsalsErased: ['rehearsal-1'] });

      const [first] = await take();
      if (first) await storage.outbox.remove({ ...first, holder: 'one' });
      expect(first?.message).toEqual({ text: 'before' });
      expect(await textsTaken()).toEqual(['after']);
    });

    it('goes when its conversation is past its time', async () => {
      await leave('old');

      await storage.personalData.expire(moment(1), moment(2));

      expect(await take()).toEqual([]);
      expect(await storage.outbox.addressOf(conversation.tenant, conversation.id)).toBeNull();
    });
  });

  describe('where a conversation can be reached', () => {
    it('is what its last turn said', async () => {
      const { storage } = fixture();
      const conversation = await openConversation(storage);
      for (const to of ['old', 'new']) {
        await commitWithRetry(storage, conversation, { delivery: { address: { to }, message: null } });
      }

      expect(await storage.outbox.addressOf(conversation.tenant, conversation.id)).toEqual({ to: 'new' });
      expect(await storage.outbox.addressOf(aTenant(), conversation.id)).toBeNull();
    });

    it('is forgotten with all that was on its way there', async () => {
      const { storage } = fixture();
      const conversation = await openConversation(storage);
      const delivery = { address: { to: 'Anna' }, message: { text: 'hello' } };
      await commitWithRetry(storage, conversation, { delivery });

      await storage.outbox.forgetAddress(conversation.tenant, conversation.id);

      expect(await storage.outbox.addressOf(conversation.tenant, conversation.id)).toBeNull();
      const order = { at: moment(), until: moment(5), holder: 'one', limit: 100 };
      const taken = await storage.outbox.take(order);
      expect(taken.filter(({ tenant }) => tenant === conversation.tenant)).toEqual([]);
    });
  });
}
