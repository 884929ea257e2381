import { describe, expect, it } from '@jest/globals';
import type { Conversation, Storage, TurnCommit } from '../../../../bot/ports.ts';
import type { Fixture } from '../testDatabase.ts';
import { aKeptTalk, aRehearsal, aTenant, aTurn, message, moment, openConversation, seqsOf } from '../turns.ts';

const ALL = { offset: 0, limit: 100 };

/** Rehearsals as their teacher finds them back, and lets go of them. */
export function rehearsalContract(fixture: () => Fixture): void {
  describe('looking back on rehearsals', () => {
    it('lists those of one teacher, the newest first, page by page', async () => {
      const { storage } = fixture();
      const home = await openConversation(storage);
      await storage.conversations.commit(talk(home, 'a', { at: moment(1) }));
      await storage.conversations.commit(talk({ ...home, version: 1 }, 'b', { at: moment(2) }));
      await storage.conversations.commit(talk({ ...home, version: 2 }, 'c', { at: moment(3) }));

      const { tenant, userId } = home;
      const first = await storage.rehearsals.list({ tenant, userId, offset: 0, limit: 2 });
      const second = await storage.rehearsals.list({ tenant, userId, offset: 2, limit: 2 });

      expect(first.rehearsals.map(({ id }) => id)).toEqual(['c', 'b']);
      expect(second.rehearsals.map(({ id }) => id)).toEqual(['a']);
      expect(first).toMatchObject({ found: 3, all: 3, scenarioIds: ['left-out'] });
      expect(first.rehearsals[0]).toEqual({
        id: 'c',
        conversationId: home.id,
        scenarioId: 'left-out',
        revision: 'r1',
        locale: 'nl',
        startedAt: moment(3),
        endedAt: moment(3),
        endReason: 'agreed',
        summary: { turns: 1 },
      });
    });

    it('finds them over all conversations of the teacher', async () => {
      const { storage } = fixture();
      const tenant = aTenant();
      for (const id of ['here', 'there']) {
        await storage.conversations.commit(talk(await openConversation(storage, { tenant, id }), `in-${id}`));
      }

      const { rehearsals } = await storage.rehearsals.list({ tenant, userId: 'teacher-1', ...ALL });

      expect(rehearsals.map(({ conversationId }) => conversationId).toSorted()).toEqual(['here', 'there']);
    });

    it('Z01 shows nobody the rehearsal of another teacher, nor of another organisation', async () => {
      const { storage } = fixture();
      const home = await openConversation(storage);
      await storage.conversations.commit(talk(home, 'mine'));
      const { tenant, userId } = home;

      for (const [of, by] of [
        [tenant, 'teacher-2'],
        [aTenant(), userId],
      ] as const) {
        expect(await storage.rehearsals.read(of, by, 'mine')).toBeNull();
        expect(await storage.rehearsals.readLog(of, by, 'mine')).toEqual([]);
        expect(await storage.rehearsals.list({ tenant: of, userId: by, ...ALL })).toMatchObject({ all: 0, found: 0 });
        expect(await storage.conversations.listOf(of, by, 10)).toEqual([]);
      }
      expect(await storage.rehearsals.read(tenant, userId, 'mine')).not.toBeNull();
    });

    it('narrows by words, all of them, by scenario and by how it ended', async () => {
      const { storage } = fixture();
      const home = await openConversation(storage);
      const { tenant, userId } = home;
      const turns = [
        talk(home, 'a', kept('block corner every day')),
        talk({ ...home, version: 1 }, 'b', {
          ...kept('block corner once', 'parted', 'b'),
          ...started('b', 'two-houses'),
        }),
      ];
      for (const turn of turns) await storage.conversations.commit(turn);
      const found = async (wanted: object) => {
        const page = await storage.rehearsals.list({ tenant, userId, ...ALL, ...wanted });
        return page.rehearsals.map(({ id }) => id).toSorted();
      };

      expect(await found({ words: ['corner', 'block'] })).toEqual(['a', 'b']);
      expect(await found({ words: ['corner', 'day'] })).toEqual(['a']);
      expect(await found({ scenarioId: 'two-houses' })).toEqual(['b']);
      expect(await found({ endReasons: ['parted', 'stopped'] })).toEqual(['b']);
      expect(await found({ words: ['day'], scenarioId: 'two-houses' })).toEqual([]);
    });

    it('counts what matches and what there is', async () => {
      const { storage } = fixture();
      const home = await openConversation(storage);
      await storage.conversations.commit(talk(home, 'a'));
      const { tenant, userId } = home;

      const page = await storage.rehearsals.list({ tenant, userId, ...ALL, words: ['nowhere'] });

      expect(page).toEqual({ rehearsals: [], found: 0, all: 1, scenarioIds: ['left-out'] });
    });

    it('shows the one that goes on, without a summary, and none in which nothing was said', async () => {
      const { storage } = fixture();
      const home = await openConversation(storage);
      const { tenant, userId } = home;
      await storage.conversations.commit(aTurn(home, { rehearsalsStarted: [aRehearsal({ id: 'going-on' })] }));
      await storage.conversations.commit(
        talk({ ...home, version: 1 }, 'silent', { rehearsalsEnded: [{ id: 'silent', reason: 'stopped', kept: null }] }),
      );

      const { rehearsals } = await storage.rehearsals.list({ tenant, userId, ...ALL });

      expect(rehearsals).toMatchObject([{ id: 'going-on', endedAt: null, summary: null }]);
      expect(await storage.rehearsals.read(tenant, userId, 'going-on')).toMatchObject({ talk: null });
    });

    it('keeps the newest of what a talk became, and the first time it ended', async () => {
      const { storage } = fixture();
      const home = await openConversation(storage);
      const { tenant, userId } = home;
      await storage.conversations.commit(talk(home, 'a', { at: moment(1) }));
      const again = { id: 'a', reason: 'parted', kept: aKeptTalk('second try') };
      await storage.conversations.commit(aTurn({ ...home, version: 1 }, { rehearsalsEnded: [again], at: moment(9) }));

      expect(await storage.rehearsals.read(tenant, userId, 'a')).toMatchObject({
        endedAt: moment(1),
        endReason: 'parted',
        talk: { said: 'second try' },
      });
    });

    it('gives its part of the log: from its beginning up to and with its debrief', async () => {
      const { storage } = fixture();
      const home = await openConversation(storage);
      await commitThreeTalks(storage, home);

      const log = await storage.rehearsals.readLog(home.tenant, home.userId, 'b');

      expect(log.map(({ seq, activity }) => [seq, activity.text])).toEqual([
        [3, 'begin b'],
        [4, 'end b'],
        [5, 'debrief b'],
      ]);
    });
  });

  describe('erasing one rehearsal', () => {
    it('P05 takes its words out of every row, and leaves the rest of the log as it is', async () => {
      const { storage, database } = fixture();
      const home = await openConversation(storage);
      await commitThreeTalks(storage, home, 'plover');
      const before = await database.readRows();

      await storage.conversations.commit(
        aTurn({ ...home, version: 4 }, { rehearsalsErased: ['b'], activities: [message('gone')] }),
      );

      const after = await database.readRows();
      expect(before).toContain('plover-b');
      expect(after).not.toContain('plover-b');
      expect(after).toContain('plover-a');
      expect(await seqsOf(storage, home)).toEqual([1, 2, 6, 7, 8]);
    });

    it('keeps proof with counts, for its teacher alone', async () => {
      const { storage } = fixture();
      const home = await openConversation(storage);
      const { tenant, userId } = home;
      await commitThreeTalks(storage, home);

      await storage.conversations.commit(
        aTurn({ ...home, version: 4 }, { rehearsalsErased: ['b', 'c'], activities: [], at: moment(30) }),
      );

      const proofs = await storage.personalData.erasures(tenant, userId);
      expect(proofs).toMatchObject([{ at: moment(30), conversations: 0, activities: 5, rehearsals: 2 }]);
      expect(await storage.personalData.erasures(tenant, 'teacher-2')).toEqual([]);
      expect(await storage.personalData.erasures(aTenant(), userId)).toEqual([]);
    });

    it('erases nothing in a conversation that it is not of, and then proves nothing', async () => {
      const { storage } = fixture();
      const tenant = aTenant();
      const mine = await openConversation(storage, { tenant, id: 'mine' });
      const theirs = await openConversation(storage, { tenant, id: 'theirs', userId: 'teacher-2' });
      await storage.conversations.commit(talk(theirs, 'b'));

      await storage.conversations.commit(aTurn(mine, { rehearsalsErased: ['b'] }));

      expect(await storage.rehearsals.read(tenant, 'teacher-2', 'b')).not.toBeNull();
      expect(await storage.personalData.erasures(tenant, 'teacher-1')).toEqual([]);
    });

    it('lets go of a scenario that no other rehearsal needs', async () => {
      const { storage } = fixture();
      const home = await openConversation(storage);
      const own = aRehearsal({ id: 'own', scenarioId: `own-${home.id}`, scenario: { situation: 'words of my own' } });
      await storage.conversations.commit(aTurn(home, { rehearsalsStarted: [own] }));

      await storage.conversations.commit(aTurn({ ...home, version: 1 }, { rehearsalsErased: ['own'] }));

      expect(await storage.scenarioRevisions.read(`own-${home.id}`, 'r1')).toBeNull();
    });

    it('keeps no ledger line of the rehearsal that this very turn erases', async () => {
      const { storage } = fixture();
      const home = await openConversation(storage);
      await storage.conversations.commit(talk(home, 'a'));

      const result = await storage.conversations.commit(
        aTurn(
          { ...home, version: 1 },
          {
            rehearsalsErased: ['a'],
            ledger: [{ rehearsalId: 'a', turn: 2, lines: [] }],
          },
        ),
      );

      expect(result.status).toBe('committed');
    });
  });
}

function started(id: string, scenarioId = 'left-out'): Partial<TurnCommit> {
  return { rehearsalsStarted: [aRehearsal({ id, scenarioId })] };
}

function kept(words: string, reason = 'agreed', id = 'a'): Partial<TurnCommit> {
  return { rehearsalsEnded: [{ id, reason, kept: aKeptTalk(words) }] };
}

/** A whole talk in one turn. */
function talk(conversation: Conversation, id: string, changes: Partial<TurnCommit> = {}): TurnCommit {
  return aTurn(conversation, { ...started(id), ...kept('hello there', 'agreed', id), ...changes });
}

/** Talks a, b and c, two activities each; b had a debrief after it. */
async function commitThreeTalks(storage: Storage, home: Conversation, word = 'canary'): Promise<void> {
  const said = (id: string) => ({
    ...started(id),
    ...kept(`${word}-${id}`, 'agreed', id),
    activities: [message(`begin ${id}`), message(`end ${id}`)],
    ledger: [{ rehearsalId: id, turn: 1, lines: [{ quote: `${word}-${id}` }] }],
  });
  const turns: Partial<TurnCommit>[] = [
    said('a'),
    said('b'),
    { ...kept(`${word}-b`, 'agreed', 'b'), activities: [message('debrief b')] },
    said('c'),
  ];
  for (const [version, turn] of turns.entries()) {
    await storage.conversations.commit(aTurn({ ...home, version }, turn));
  }
}
