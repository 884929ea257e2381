import { describe, expect, it } from '@jest/globals';
import type { Fixture } from '../testDatabase.ts';
import { aKeptKeepsake, aKeptTalk, aRehearsal, aTenant, aTurn, message, moment, openConversation } from '../turns.ts';

/** What a teacher takes along, and what is let go of by itself. */
export function personalDataContract(fixture: () => Fixture): void {
  describe('an export', () => {
    it('has conversations, logs, rehearsals, ledgers and keepsakes of one teacher', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage, { id: 'mine' });
      await storage.conversations.commit(
        aTurn(opened, {
          activities: [message('Start')],
          state: { phase: 'talking' },
          keepsakes: [aKeptKeepsake()],
          rehearsalsStarted: [aRehearsal({ id: 'first' })],
          ledger: [{ rehearsalId: 'first', turn: 1, lines: [{ move: 'ask-open' }] }],
        }),
      );
      await storage.conversations.commit(
        aTurn(
          { ...opened, version: 1 },
          {
            activities: [message('Stop')],
            rehearsalsEnded: [{ id: 'first', reason: 'stopped', kept: aKeptTalk('first words') }],
            at: moment(9),
          },
        ),
      );

      expect(await storage.personalData.export(opened.tenant, 'teacher-1')).toEqual({
        tenant: opened.tenant,
        userId: 'teacher-1',
        conversations: [
          {
            id: 'mine',
            channel: 'directline',
            createdAt: moment(),
            updatedAt: moment(9),
            state: {},
            activities: [
              { seq: 1, activity: message('Start') },
              { seq: 2, activity: message('Stop') },
            ],
            rehearsals: [
              {
                id: 'first',
                scenarioId: 'left-out',
                revision: 'r1',
                locale: 'nl',
                seed: 7,
                startedAt: moment(),
                endedAt: moment(9),
                endReason: 'stopped',
                talk: { said: 'first words' },
                ledger: [{ turn: 1, lines: [{ move: 'ask-open' }] }],
                shares: [],
                audit: [],
              },
            ],
            keepsakes: [{ id: 'keepsake-1', madeAt: moment(), keepsake: { title: 'Our vision' } }],
          },
        ],
      });
    });

    it('knows a rehearsal that began and ended in one turn', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);
      const rehearsalsEnded = [{ id: 'short', reason: 'parent-left', kept: null }];
      await storage.conversations.commit(
        aTurn(opened, { rehearsalsStarted: [aRehearsal({ id: 'short' })], rehearsalsEnded }),
      );

      const exported = await storage.personalData.export(opened.tenant, 'teacher-1');

      expect(exported).toMatchObject({ conversations: [{ rehearsals: [{ endReason: 'parent-left' }] }] });
    });

    it('keeps both entries when a turn came back after a rewind', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);
      const entry = { rehearsalId: 'again', turn: 1, lines: [] };
      const rehearsalsStarted = [aRehearsal({ id: 'again' })];
      await storage.conversations.commit(aTurn(opened, { rehearsalsStarted, ledger: [entry] }));
      await storage.conversations.commit(aTurn({ ...opened, version: 1 }, { ledger: [entry] }));

      const exported = await storage.personalData.export(opened.tenant, 'teacher-1');

      expect(exported).toMatchObject({ conversations: [{ rehearsals: [{ ledger: [{ turn: 1 }, { turn: 1 }] }] }] });
    });

    it('has nothing of another teacher', async () => {
      const { storage } = fixture();
      const tenant = aTenant();
      await openConversation(storage, { tenant, userId: 'teacher-1' });

      expect(await storage.personalData.export(tenant, 'teacher-2')).toMatchObject({ conversations: [] });
    });
  });

  describe('expiring', () => {
    it('erases conversations whose last activity is before the moment', async () => {
      const { storage } = fixture();
      const old = await openConversation(storage, { at: '2001-01-01T00:00:00.000Z' });
      await storage.conversations.commit(aTurn(old, { at: '2001-01-02T00:00:00.000Z' }));
      const revived = await openConversation(storage, { at: '2001-01-01T00:00:00.000Z' });
      await storage.conversations.commit(aTurn(revived, { at: '2001-06-01T00:00:00.000Z' }));

      const expired = await storage.personalData.expire('2001-03-01T00:00:00.000Z', moment());

      expect(expired).toBe(1);
      expect(await storage.conversations.load(old.tenant, old.id)).toBeNull();
      expect(await storage.conversations.readLog(old.tenant, old.id, 0, 10)).toEqual([]);
      expect(await storage.conversations.load(revived.tenant, revived.id)).not.toBeNull();
    });

    it('drops scenario revisions that no rehearsal needs any more', async () => {
      const { storage } = fixture();
      const old = await openConversation(storage, { at: '1999-01-01T00:00:00.000Z' });
      const young = await openConversation(storage);
      const needed = aRehearsal({ scenarioId: 'expiring', revision: 'needed' });
      const unneeded = aRehearsal({ scenarioId: 'expiring', revision: 'unneeded', id: 'rehearsal-2' });
      await storage.conversations.commit(
        aTurn(old, { rehearsalsStarted: [needed, unneeded], at: '1999-01-02T00:00:00.000Z' }),
      );
      await storage.conversations.commit(aTurn(young, { rehearsalsStarted: [needed] }));

      await storage.personalData.expire('1999-03-01T00:00:00.000Z', moment());

      expect(await storage.scenarioRevisions.read('expiring', 'unneeded')).toBeNull();
      expect(await storage.scenarioRevisions.read('expiring', 'needed')).toEqual(needed.scenario);
    });

    it('keeps counts and time as proof', async () => {
      const { storage, database } = fixture();
      const old = await openConversation(storage, { at: '1998-01-01T00:00:00.000Z', userId: 'long-gone' });
      await storage.conversations.commit(aTurn(old, { at: '1998-01-02T00:00:00.000Z' }));

      await storage.personalData.expire('1998-03-01T00:00:00.000Z', '2031-02-03T04:05:06.000Z');

      const rows = await database.readRows();
      expect(rows).toContain('2031-02-03T04:05:06.000Z');
      expect(rows).not.toContain('long-gone');
    });

    it('returns 0 when nothing is that old', async () => {
      expect(await fixture().storage.personalData.expire('1990-01-01T00:00:00.000Z', moment())).toBe(0);
    });
  });
}
