import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { EMPTY_REVIEW } from '../../../../bot/coach/review.ts';
import type { ReviewStore } from '../../../../bot/coach/reviewPorts.ts';
import { aShare, coachOf, rehearsed, shared } from '../shares.ts';
import type { Fixture } from '../testDatabase.ts';
import { aTenant, moment } from '../turns.ts';

const TOLD = { ...EMPTY_REVIEW, strength: 'Calm.', comments: [{ id: 'c1', turn: 1, place: null, text: 'Nice.' }] };

/** Withdrawals while the coach opens the page, on one database. */
const RACES = 50;

/** A coach's work on what was shared, and the record of it. */
export function reviewContract(fixture: () => Fixture): void {
  describe('a coach', () => {
    it.each([
      ['Z01 Z05 a coach of the same organisation', { coachId: 'coach-2' }],
      ['Z04 Z09 a coach of another organisation', { tenant: 'elsewhere' }],
    ])('%s finds nothing of it', async (_, other) => {
      const { storage } = fixture();
      const { coach, share } = await shared(storage);
      const who = { ...coach(), ...other };

      expect(await storage.reviews.open({ ...who, as: 'viewed' })).toBeNull();
      expect(await storage.reviews.isOpen(who)).toBe(false);
      expect(await storage.reviews.keep({ ...who, from: 0, review: TOLD })).toBe('closed');
      expect(await storage.reviews.send({ ...who, from: 0 })).toBe('closed');
      expect(await storage.reviews.askSecond({ ...who, second: { id: 'coach-9', name: 'X' } })).toBe(false);
      expect(await queueOf(storage.reviews, { tenant: who.tenant, coachId: who.coachId })).toMatchObject({
        waiting: share.coachId === who.coachId && share.tenant === who.tenant ? 1 : 0,
      });
    });

    it('keeps a draft step by step, and loses none that was made elsewhere meanwhile', async () => {
      const { storage } = fixture();
      const { coach } = await shared(storage);

      const first = await storage.reviews.keep({ ...coach(), from: 0, review: TOLD });
      const late = await storage.reviews.keep({ ...coach(), from: 0, review: EMPTY_REVIEW });
      const next = await storage.reviews.keep({ ...coach(), from: 1, review: { ...TOLD, tryNext: 'Ask.' } });

      expect([first, late, next]).toEqual(['kept', 'changed', 'kept']);
      expect(await storage.reviews.open({ ...coach(), as: 'viewed' })).toMatchObject({
        version: 2,
        review: { strength: 'Calm.', tryNext: 'Ask.' },
      });
    });

    it('shows the teacher nothing of a draft, and everything once it is sent; then it stays as it is', async () => {
      const { storage } = fixture();
      const { coach, tenant, home, rehearsalId } = await shared(storage);
      const seen = () => storage.shares.ofRehearsal(tenant, home.userId, rehearsalId);
      await storage.reviews.keep({ ...coach(), from: 0, review: TOLD });

      const before = await seen();
      const sent = await storage.reviews.send({ ...coach(3), from: 1 });
      const late = await storage.reviews.keep({ ...coach(4), from: 1, review: EMPTY_REVIEW });

      expect(before).toMatchObject([{ review: null }]);
      expect([sent, late]).toEqual(['kept', 'changed']);
      expect(await seen()).toMatchObject([{ review: TOLD, share: { sentAt: moment(3) } }]);
    });

    it('Z13 can neither write, send nor answer after the teacher took it back', async () => {
      const { storage } = fixture();
      const { coach, share, tenant, home, rehearsalId } = await shared(storage);
      await storage.reviews.keep({ ...coach(), from: 0, review: TOLD });
      await storage.reviews.send({ ...coach(), from: 1 });
      await storage.shares.withdraw({ tenant, teacherId: home.userId, id: share.id, at: moment(3) });

      expect(await storage.reviews.keep({ ...coach(4), from: 1, review: EMPTY_REVIEW })).toBe('closed');
      expect(await storage.reviews.send({ ...coach(4), from: 1 })).toBe('closed');
      expect(await storage.reviews.answer({ ...coach(4), id: 'a', commentId: 'c1', text: 'Still?' })).toBe(false);
      expect(await storage.shares.ofRehearsal(tenant, home.userId, rehearsalId)).toMatchObject([{ review: TOLD }]);
    });

    it('and the teacher answer each other under a comment that was sent', async () => {
      const { storage } = fixture();
      const { coach, share, tenant, home, rehearsalId } = await shared(storage);
      const teacher = { tenant, teacherId: home.userId, shareId: share.id };
      const early = await storage.reviews.answer({ ...coach(), id: 'a0', commentId: 'c1', text: 'Early.' });
      await storage.reviews.keep({ ...coach(), from: 0, review: TOLD });
      await storage.reviews.send({ ...coach(), from: 1 });

      await storage.shares.answer({ ...teacher, id: 'a1', commentId: 'c1', text: 'Thanks.', at: moment(5) });
      await storage.reviews.answer({ ...coach(6), id: 'a2', commentId: 'c1', text: 'Well done.' });
      const stray = await storage.shares.answer({
        ...teacher,
        id: 'a3',
        commentId: 'no',
        text: '?',
        at: moment(7),
      });

      expect([early, stray]).toEqual([false, false]);
      expect(await storage.shares.ofRehearsal(tenant, home.userId, rehearsalId)).toMatchObject([
        {
          answers: [
            { by: 'teacher', text: 'Thanks.' },
            { by: 'coach', text: 'Well done.' },
          ],
        },
      ]);
    });

    it('has a queue of what is waiting and what was sent, page by page', async () => {
      const { storage } = fixture();
      const talk = await rehearsed(storage);
      const { tenant } = talk;
      const talks = [talk, ...(await Promise.all([2, 3].map(() => rehearsed(storage, 'more', { tenant }))))];
      const shares = talks.map((one) => aShare(one));
      for (const [index, share] of shares.entries()) await storage.shares.give([share], moment(index + 1), null);
      const [oldest, middle, newest] = shares.map(({ id }) => id);
      const sent = coachOf(shares[1] ?? aShare(talk), 6);
      await storage.reviews.send({ ...sent, from: 0 });

      const first = await queueOf(storage.reviews, { tenant, limit: 1 });
      const second = await queueOf(storage.reviews, { tenant, limit: 1, offset: 1 });
      const done = await queueOf(storage.reviews, { tenant, part: 'reviewed' });

      expect([first.waiting, first.reviewed]).toEqual([2, 1]);
      expect([first, second, done].map(({ shares: [one] }) => one?.share.id)).toEqual([newest, oldest, middle]);
      expect(first.shares[0]).toMatchObject({ summary: { turns: 1 }, locale: 'nl' });
    });
  });

  describe('the record of who did what', () => {
    it('P12 holds who, what, when and whose, and no words', async () => {
      const { storage, database } = fixture();
      const { coach, share, tenant, home, rehearsalId } = await shared(storage, { question: 'Psst.' });
      await storage.reviews.open({ ...coach(2), as: 'viewed' });
      await storage.reviews.open({ ...coach(3), as: 'exported' });
      await storage.shares.withdraw({ tenant, teacherId: home.userId, id: share.id, at: moment(4) });

      const rows = await storage.audit.ofRehearsal(tenant, home.userId, rehearsalId);

      expect(rows.map(({ action, actor, at }) => [action, actor, at])).toEqual([
        ['shared', home.userId, moment(1)],
        ['viewed', 'coach-1', moment(2)],
        ['exported', 'coach-1', moment(3)],
        ['withdrawn', home.userId, moment(4)],
      ]);
      expect(JSON.stringify(rows)).not.toContain('Psst');
      expect(await storage.audit.firstBroken(tenant)).toBeNull();
      expect(await database.readRows()).toContain(rows.at(-1)?.hash);
    });

    it('P13 Z12 tells of who was refused, also by a link that was passed on', async () => {
      const { storage } = fixture();
      const { coach, tenant, home, rehearsalId } = await shared(storage);

      await storage.reviews.open({ ...coach(), coachId: 'coach-2', as: 'viewed' });
      await storage.reviews.open({ ...coach(), shareId: randomUUID(), as: 'viewed' });

      const rows = await storage.audit.ofRehearsal(tenant, home.userId, rehearsalId);
      expect(rows.at(-1)).toMatchObject({ action: 'refused', actor: 'coach-2' });
      expect(await storage.audit.firstBroken(tenant)).toBeNull();
    });

    it('is shown to nobody but the teacher whose rehearsal it is', async () => {
      const { storage } = fixture();
      const { tenant, rehearsalId, home } = await shared(storage);

      expect(await storage.audit.ofRehearsal(tenant, 'teacher-2', rehearsalId)).toEqual([]);
      expect(await storage.audit.ofRehearsal(aTenant(), home.userId, rehearsalId)).toEqual([]);
    });

    it('lets go of what is past its time, stays whole, and goes on', async () => {
      const { storage } = fixture();
      const { coach, tenant, home, rehearsalId } = await shared(storage);
      for (const minutes of [2, 3, 4]) await storage.reviews.open({ ...coach(minutes), as: 'viewed' });
      const seqs = async () =>
        (await storage.audit.ofRehearsal(tenant, home.userId, rehearsalId)).map(({ seq }) => seq);

      await storage.audit.expire(moment(3));
      const some = await seqs();
      await storage.audit.expire(moment(1000));
      const last = await seqs();
      await storage.reviews.open({ ...coach(5), as: 'viewed' });

      expect([some, last]).toEqual([[3, 4], [4]]);
      expect(await seqs()).toEqual([4, 5]);
      expect(await storage.audit.firstBroken(tenant)).toBeNull();
    });

    it('keeps its order and stays whole when many write at once', async () => {
      const { storage, database } = fixture();
      const { coach, tenant, home, rehearsalId } = await shared(storage);
      const other = await database.open();

      await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (index % 2 === 0 ? storage : other).reviews.open({ ...coach(), as: 'viewed' }),
        ),
      );
      await other.close();

      const rows = await storage.audit.ofRehearsal(tenant, home.userId, rehearsalId);
      expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
      expect(await storage.audit.firstBroken(tenant)).toBeNull();
    });

    it(`Z16 never has a view after the withdrawal, in ${RACES} races`, async () => {
      const { storage, database } = fixture();
      const other = await database.open();
      const talk = await rehearsed(storage);
      const { tenant, home, rehearsalId } = talk;
      const late: unknown[] = [];

      for (let race = 0; race < RACES; race += 1) {
        const share = aShare(talk);
        await storage.shares.give([share], moment(1), null);
        const look = (by: ReviewStore) => by.open({ ...coachOf(share), as: 'viewed' });
        await Promise.all([
          look(storage.reviews),
          other.shares.withdraw({ tenant, teacherId: home.userId, id: share.id, at: moment(2) }),
          look(other.reviews),
        ]);
        late.push(await look(other.reviews), await look(storage.reviews));
      }
      await other.close();

      const rows = await storage.audit.ofRehearsal(tenant, home.userId, rehearsalId);
      const after = rows.filter(({ action, shareId, seq }) => {
        const end = rows.find((row) => row.shareId === shareId && row.action === 'withdrawn');
        return action === 'viewed' && end !== undefined && seq > end.seq;
      });
      expect(late.every((one) => one === null)).toBe(true);
      expect(after).toEqual([]);
      expect(rows.length).toBeGreaterThan(0);
    });
  });
}

function queueOf(
  reviews: ReviewStore,
  query: Partial<Parameters<ReviewStore['queue']>[0]> & { readonly tenant: string },
): ReturnType<ReviewStore['queue']> {
  return reviews.queue({ coachId: 'coach-1', at: moment(10), part: 'waiting', offset: 0, limit: 20, ...query });
}
