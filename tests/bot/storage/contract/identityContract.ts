import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { KeptSession } from '../../../../bot/identity/stores.ts';
import type { Fixture } from '../testDatabase.ts';
import { aKeptTalk, aRehearsal, aTenant, aTurn, message, moment, openConversation } from '../turns.ts';

function aSession(changes: Partial<KeptSession> = {}): KeptSession {
  return {
    digest: randomUUID(),
    tenant: aTenant(),
    userId: 'coach-1',
    place: 'web',
    name: 'Zümra',
    roles: ['coach'],
    createdAt: moment(),
    seenAt: moment(),
    idleUntil: moment(30),
    endsAt: moment(60),
    checkedAt: moment(),
    grant: null,
    ...changes,
  };
}

/** Who is signed in, what is good once, and who is coach. */
export function identityContract(fixture: () => Fixture): void {
  describe('a sign-in', () => {
    it('is found by its digest alone, as it was kept', async () => {
      const { sessions } = fixture().storage;
      const session = aSession({ grant: 'sealed' });

      await sessions.begin(session);

      expect(await sessions.find(session.digest, moment(1))).toEqual(session);
      expect(await sessions.find(randomUUID(), moment(1))).toBeNull();
    });

    it('is over when its person stays away, and lives on when they come back', async () => {
      const { sessions } = fixture().storage;
      const session = aSession();
      await sessions.begin(session);

      expect(await sessions.find(session.digest, moment(30))).toBeNull();
      await sessions.touch(session.digest, { at: moment(20), idleUntil: moment(50) });

      expect(await sessions.find(session.digest, moment(30))).toMatchObject({ seenAt: moment(20) });
    });

    it('is over at its end, however often its person comes back', async () => {
      const { sessions } = fixture().storage;
      const session = aSession();
      await sessions.begin(session);

      await sessions.touch(session.digest, { at: moment(59), idleUntil: moment(89) });

      expect(await sessions.find(session.digest, moment(60))).toBeNull();
    });

    it('is listed with the others of its person that are alive, who was seen last first', async () => {
      const { sessions } = fixture().storage;
      const mine = { tenant: aTenant(), userId: 'anna' };
      const [old, recent] = [aSession({ ...mine }), aSession({ ...mine, place: 'tab', seenAt: moment(5) })];
      for (const session of [
        old,
        recent,
        aSession({ ...mine, idleUntil: moment(6) }),
        aSession({ ...mine, userId: 'bram' }),
        aSession({ userId: 'anna' }),
      ]) {
        await sessions.begin(session);
      }

      const listed = await sessions.listOf(mine.tenant, 'anna', moment(10));

      expect(listed).toEqual([recent, old]);
    });

    it('is gone once it is ended', async () => {
      const { sessions } = fixture().storage;
      const session = aSession();
      await sessions.begin(session);

      await sessions.end(session.digest);
      await sessions.touch(session.digest, { at: moment(1), idleUntil: moment(31) });

      expect(await sessions.find(session.digest, moment(2))).toBeNull();
    });

    it('has its roles asked for again by one at a time', async () => {
      const { sessions } = fixture().storage;
      const session = aSession();
      await sessions.begin(session);
      const claim = { checkedAt: moment(), at: moment(4), until: moment(5) };

      const claims = await Promise.all([
        sessions.claimCheck(session.digest, claim),
        sessions.claimCheck(session.digest, claim),
      ]);
      const later = await sessions.claimCheck(session.digest, { ...claim, at: moment(5), until: moment(6) });

      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(later).toBe(true);
    });

    it('has the roles that were found last', async () => {
      const { sessions } = fixture().storage;
      const session = aSession();
      await sessions.begin(session);

      await sessions.passCheck(session.digest, { at: moment(4), roles: ['teacher'], name: 'Z.', grant: 'next' });

      const found = { checkedAt: moment(4), roles: ['teacher'], name: 'Z.', grant: 'next' };
      expect(await sessions.find(session.digest, moment(5))).toMatchObject(found);
    });

    it('leaves nothing behind when it is past its time', async () => {
      const { database, storage } = fixture();
      const over = aSession({ digest: 'digest-that-is-over', idleUntil: moment(-5), endsAt: moment(60) });
      const alive = aSession();
      await storage.sessions.begin(over);
      await storage.sessions.begin(alive);

      await storage.sessions.expire(moment(-4));

      expect(await database.readRows()).not.toContain('digest-that-is-over');
      expect(await storage.sessions.find(alive.digest, moment())).not.toBeNull();
    });
  });

  describe('something that is good once', () => {
    const thing = (tenant: string) => ({
      tenant,
      purpose: 'coach-link',
      digest: 'd',
      value: { by: 'Één' },
      expiresAt: moment(10),
    });

    it('is given once, also to two who ask at the same moment', async () => {
      const { oneTimes } = fixture().storage;
      const tenant = aTenant();
      await oneTimes.keep(thing(tenant));

      const given = await Promise.all([
        oneTimes.use(tenant, 'coach-link', 'd', moment()),
        oneTimes.use(tenant, 'coach-link', 'd', moment()),
      ]);

      expect(given.filter((value) => value !== null)).toEqual([{ by: 'Één' }]);
    });

    it('is not given when it is too late, for another purpose, or in another organisation', async () => {
      const { oneTimes } = fixture().storage;
      const tenant = aTenant();
      await oneTimes.keep(thing(tenant));

      expect(await oneTimes.use(tenant, 'coach-link', 'd', moment(10))).toBeNull();
      expect(await oneTimes.use(tenant, 'link-history', 'd', moment())).toBeNull();
      expect(await oneTimes.use(aTenant(), 'coach-link', 'd', moment())).toBeNull();
    });

    it('can be looked at without being used', async () => {
      const { oneTimes } = fixture().storage;
      const tenant = aTenant();
      await oneTimes.keep(thing(tenant));

      expect(await oneTimes.isGood(tenant, 'coach-link', 'd', moment())).toBe(true);
      expect(await oneTimes.isGood(tenant, 'coach-link', 'd', moment(10))).toBe(false);
      expect(await oneTimes.use(tenant, 'coach-link', 'd', moment())).not.toBeNull();
      expect(await oneTimes.isGood(tenant, 'coach-link', 'd', moment())).toBe(false);
    });
  });

  describe('something that only one may have', () => {
    const claim = (tenant: string, at = 0) => ({
      tenant,
      purpose: 'job',
      digest: 'd',
      at: moment(at),
      expiresAt: moment(at + 10),
    });

    it('goes to one of those who claim it at the same moment', async () => {
      const { oneTimes } = fixture().storage;
      const tenant = aTenant();

      const claims = await Promise.all(Array.from({ length: 5 }, () => oneTimes.claim(claim(tenant))));

      expect(claims.filter(Boolean)).toHaveLength(1);
    });

    it('goes to another when its time is over, or when it is let go of', async () => {
      const { oneTimes } = fixture().storage;
      const tenant = aTenant();
      await oneTimes.claim(claim(tenant));

      expect(await oneTimes.claim(claim(tenant, 9))).toBe(false);
      expect(await oneTimes.claim(claim(tenant, 10))).toBe(true);
      await oneTimes.use(tenant, 'job', 'd', moment(11));
      expect(await oneTimes.claim(claim(tenant, 11))).toBe(true);
    });
  });

  describe('somebody who is here under two names', () => {
    const person = () => ({ tenant: aTenant(), userId: 'dl_1' });

    it('is both, seen from either side, and a third one too', async () => {
      const { links } = fixture().storage;
      const [teams, one, two] = [person(), person(), person()];

      await links.join(one, teams, moment());
      await links.join(two, teams, moment(1));

      expect(await links.sameAs(teams)).toEqual([one, two]);
      expect(await links.sameAs(one)).toEqual([teams, two]);
      expect(await links.sameAs(person())).toEqual([]);
    });

    it('can be somebody else later, but not two at once', async () => {
      const { links } = fixture().storage;
      const [one, before, after] = [person(), person(), person()];

      await links.join(one, before, moment());
      await links.join(one, after, moment(1));

      expect(await links.sameAs(one)).toEqual([after]);
      expect(await links.sameAs(before)).toEqual([]);
    });

    it.each(['the web', 'Teams'])('is one again after taking it back from %s', async (side) => {
      const { links } = fixture().storage;
      const [one, teams] = [person(), person()];
      await links.join(one, teams, moment());

      await links.leave(side === 'Teams' ? teams : one, moment());

      expect([await links.sameAs(one), await links.sameAs(teams)]).toEqual([[], []]);
    });

    it('finds the rehearsals of both in one list, and reads each only under its own name', async () => {
      const { storage } = fixture();
      const [web, teams] = [person(), person()];
      const ids = { web: randomUUID(), teams: randomUUID() };
      for (const [at, { tenant, userId }, id] of [
        [0, web, ids.web],
        [1, teams, ids.teams],
      ] as const) {
        const opened = await openConversation(storage, { tenant, userId });
        const started = { rehearsalsStarted: [aRehearsal({ id })], at: moment(at) };
        const ended = { rehearsalsEnded: [{ id, reason: 'stopped', kept: aKeptTalk() }] };
        await storage.conversations.commit(aTurn(opened, { ...started, ...ended }));
      }

      const both = await storage.rehearsals.list({ ...web, also: [teams], offset: 0, limit: 10 });

      expect(both.rehearsals.map(({ id }) => id)).toEqual([ids.teams, ids.web]);
      expect([both.all, both.found]).toEqual([2, 2]);
      expect(await storage.rehearsals.read(web.tenant, web.userId, ids.teams)).toBeNull();
    });

    it('erases both at once, with proof for each, and is one again', async () => {
      const { storage, database } = fixture();
      const [web, teams] = [person(), person()];
      const here = await openConversation(storage, { ...web });
      const there = await openConversation(storage, { ...teams });
      await storage.conversations.commit(aTurn(there, { activities: [message('Zywxqkind in Teams')] }));
      await storage.links.join(web, teams, moment());

      await storage.conversations.commit(aTurn(here, { eraseUser: true }));

      expect(await storage.conversations.load(there.tenant, there.id)).toBeNull();
      expect(await database.readRows()).not.toContain('Zywxqkind');
      expect(await storage.personalData.erasures(teams.tenant, teams.userId)).toMatchObject([{ conversations: 1 }]);
      expect(await storage.links.sameAs(web)).toEqual([]);
    });
  });

  describe('the coaches of an organisation', () => {
    it('are those who are coach now, by name', async () => {
      const { coaches } = fixture().storage;
      const tenant = aTenant();
      for (const name of ['Wim', 'An']) await coaches.keep({ tenant, id: `id-${name}`, name, since: moment() });
      await coaches.keep({ tenant, id: 'id-Els', name: 'Els', since: moment() });
      await coaches.end(tenant, 'id-Els', moment(1));

      expect((await coaches.list(tenant)).map(({ name }) => name)).toEqual(['An', 'Wim']);
      expect(await coaches.list(aTenant())).toEqual([]);
    });

    it('keep their first day under a new name, and come back after an end', async () => {
      const { coaches } = fixture().storage;
      const tenant = aTenant();
      await coaches.keep({ tenant, id: 'c', name: 'An', since: moment() });
      await coaches.end(tenant, 'c', moment(1));

      await coaches.keep({ tenant, id: 'c', name: 'Anneke', since: moment(2) });

      expect(await coaches.list(tenant)).toEqual([{ tenant, id: 'c', name: 'Anneke', since: moment() }]);
    });
  });
}
