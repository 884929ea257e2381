import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Storage } from '../../../../bot/ports.ts';
import type { JournalEntry } from '../../../../bot/recovery/recoveryPorts.ts';
import { digest } from '../../../../bot/storage/digest.ts';
import { shared } from '../shares.ts';
import type { Fixture } from '../testDatabase.ts';
import { aRehearsal, aTenant, aTurn, commitWithRetry, message, moment, openConversation, textsOf } from '../turns.ts';

const WORDS = 'heron-flies-at-dusk';

type Told = JournalEntry extends infer Entry ? (Entry extends unknown ? Omit<Entry, 'id' | 'at'> : never) : never;

const entry = (told: Told): JournalEntry => ({ ...told, id: randomUUID(), at: moment(60) });

/** The newest that was noted, without what differs each time. */
async function lastNoted(storage: Storage, { of }: { readonly of: string }) {
  const entries = await storage.journal.list('all');
  return entries.filter((one) => one.of === of).map(({ id: _, at: __, ...told }) => told);
}

async function talk(storage: Storage, changes: Parameters<typeof openConversation>[1] = {}) {
  const home = await openConversation(storage, changes);
  const id = randomUUID();
  await storage.conversations.commit(
    aTurn(home, {
      dedupeKey: 'said',
      activityId: `${home.id}|0000001`,
      activities: [message(WORDS), message('Ja?')],
      state: { rehearsalId: id, said: WORDS },
      rehearsalsStarted: [aRehearsal({ id })],
    }),
  );
  return { home, id };
}

/** What a backup of before does not know, and a restore does again. */
export function journalContract(fixture: () => Fixture): void {
  describe('the journal of what was erased and withdrawn', () => {
    it('F17 notes all of it, by digests and random ids alone', async () => {
      const { storage } = fixture();
      const tenant = aTenant();
      const { home, id } = await talk(storage, { tenant });
      const { share } = await shared(storage);
      const other = { tenant: aTenant(), userId: 'elsewhere' };
      const of = digest(tenant, home.id);
      await storage.coaches.keep({ tenant, id: 'coach-1', name: 'Kim', since: moment() });
      await storage.links.join({ tenant, userId: 'linked' }, other, moment());

      await storage.conversations.revise({ ...where(home), dedupeKey: 'said', text: null, at: moment(1) });
      await commitWithRetry(storage, home, { rehearsalsErased: [id] });
      await storage.shares.withdraw({ tenant: share.tenant, teacherId: share.teacherId, id: share.id, at: moment(1) });
      await storage.coaches.end(tenant, 'coach-1', moment(1));
      await storage.links.leave({ tenant, userId: 'linked' }, moment(1));
      await commitWithRetry(storage, home, { eraseUser: true });

      expect(await lastNoted(storage, { of })).toEqual(
        expect.arrayContaining([
          { what: 'message', of, key: digest('said') },
          { what: 'rehearsals', of, ids: [id] },
        ]),
      );
      for (const [what, whose] of [
        ['share', digest(share.tenant, share.id)],
        ['coach', digest(tenant, 'coach-1')],
        ['links', digest(tenant, 'linked')],
        ['user', digest(tenant, home.userId)],
      ] as const) {
        expect(await lastNoted(storage, { of: whose })).toEqual([{ what, of: whose }]);
      }
      expect(JSON.stringify(await storage.journal.list('all'))).not.toMatch(/heron|teacher-1|coach-1|elsewhere/);
    });

    it('F17 hands out what is not in the file yet, until it is told that it is', async () => {
      const { storage } = fixture();
      const { home } = await talk(storage);
      await commitWithRetry(storage, home, { eraseUser: true });
      const ours = (entries: readonly JournalEntry[]) =>
        entries.filter(({ of }) => of === digest(home.tenant, home.userId)).length;

      const before = await storage.journal.list('unwritten');
      await storage.journal.written(before.map(({ id }) => id));

      expect(ours(before)).toBe(1);
      expect(ours(await storage.journal.list('unwritten'))).toBe(0);
      expect(ours(await storage.journal.list('all'))).toBe(1);
    });

    it('F17 erases a teacher again, once, and touches nobody else', async () => {
      const { storage, database } = fixture();
      const tenant = aTenant();
      const { home } = await talk(storage, { tenant });
      const colleague = await talk(storage, { tenant, userId: 'teacher-2' });
      const erased = entry({ what: 'user', of: digest(tenant, home.userId) });

      const first = await storage.journal.reapply([erased]);
      const again = await talk(storage, { tenant });
      const second = await storage.journal.reapply([erased]);

      expect([first.applied, first.known, second.applied, second.known]).toEqual([1, 0, 0, 1]);
      expect(await storage.conversations.load(tenant, home.id)).toBeNull();
      expect(await textsOf(storage, again.home)).toContain(WORDS);
      expect(await textsOf(storage, colleague.home)).toContain(WORDS);
      expect(await database.readRows()).toContain(erased.id);
    });

    it('F17 erases a rehearsal again, and what the conversation remembered of it', async () => {
      const { storage } = fixture();
      const { home, id } = await talk(storage);

      await storage.journal.reapply([entry({ what: 'rehearsals', of: digest(home.tenant, home.id), ids: [id] })]);

      const exported = await storage.personalData.export(home.tenant, home.userId);
      expect(JSON.stringify(exported)).not.toContain(WORDS);
      expect(await storage.conversations.load(home.tenant, home.id)).toMatchObject({ state: null, lastSeq: 2 });
    });

    it('F17 takes words back again, and a share, a coach and a link', async () => {
      const { storage } = fixture();
      const { home } = await talk(storage);
      const { tenant } = home;
      const { share, coach } = await shared(storage);
      const linked = { tenant, userId: 'linked' };
      await storage.coaches.keep({ tenant, id: 'coach-1', name: 'Kim', since: moment() });
      await storage.links.join(linked, { tenant: aTenant(), userId: 'elsewhere' }, moment());

      const { brokenChains } = await storage.journal.reapply([
        entry({ what: 'message', of: digest(tenant, home.id), key: digest('said') }),
        entry({ what: 'share', of: digest(share.tenant, share.id) }),
        entry({ what: 'coach', of: digest(tenant, 'coach-1') }),
        entry({ what: 'links', of: digest(tenant, 'linked') }),
      ]);

      expect(await textsOf(storage, home)).toEqual(['', 'Ja?']);
      expect(await storage.reviews.isOpen(coach())).toBe(false);
      expect(await storage.coaches.list(tenant)).toEqual([]);
      expect(await storage.links.sameAs(linked)).toEqual([]);
      expect(brokenChains).not.toContain(share.tenant);
    });
  });

  describe('an organisation that leaves', () => {
    it('P19 has no row left in any table, and nobody else has one less', async () => {
      const { storage, database } = fixture();
      const { share } = await shared(storage, {}, WORDS);
      const { tenant } = share;
      await storage.coaches.keep({ tenant, id: 'coach-1', name: 'Kim', since: moment() });
      const { home } = await talk(storage);
      const before = await storage.journal.count(tenant);
      const others = await storage.journal.count(home.tenant);

      await storage.boards.erase(tenant, moment(5));

      const left = await storage.journal.count(tenant);
      expect(before).toMatchObject({ conversations: 1, rehearsals: 1, shares: 1, coaches: 1, audit: 1 });
      expect(Object.values(left).reduce((sum, count) => sum + count, 0)).toBe(0);
      expect(await storage.journal.count(home.tenant)).toEqual(others);
      expect(await database.readRows()).not.toContain(tenant);
    });

    it('P19 is erased again by a restore', async () => {
      const { storage } = fixture();
      const { home } = await talk(storage);

      await storage.journal.reapply([entry({ what: 'tenant', of: digest(home.tenant) })]);

      expect(await storage.boards.tenants()).not.toContain(home.tenant);
    });
  });
}

function where({ tenant, id }: { readonly tenant: string; readonly id: string }) {
  return { tenant, conversationId: id };
}
