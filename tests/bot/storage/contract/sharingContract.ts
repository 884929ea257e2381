import { describe, expect, it } from '@jest/globals';
import { EMPTY_REVIEW } from '../../../../bot/coach/review.ts';
import { aShare, coachOf, rehearsed, shared } from '../shares.ts';
import type { Fixture } from '../testDatabase.ts';
import { aTenant, aTurn, moment } from '../turns.ts';

const CANARY = 'heron-at-noon';

/** What a teacher shares, and takes back. */
export function sharingContract(fixture: () => Fixture): void {
  describe('sharing a rehearsal', () => {
    it('P01 shows nobody what was not shared', async () => {
      const { storage } = fixture();
      const { tenant } = await rehearsed(storage);

      const queue = await storage.reviews.queue({
        tenant,
        coachId: 'coach-1',
        at: moment(2),
        part: 'waiting',
        offset: 0,
        limit: 10,
      });

      expect(queue).toEqual({ shares: [], waiting: 0, reviewed: 0 });
    });

    it('P02 gives one rehearsal to one named coach, with the question', async () => {
      const { storage } = fixture();
      const { coach, rehearsalId, tenant, home } = await shared(storage, { question: 'Was I too fast?' });

      const open = await storage.reviews.open({ ...coach(), as: 'viewed' });

      expect(open).toMatchObject({
        share: { rehearsalId, question: 'Was I too fast?', teacherName: 'Juf Anne', mayLearn: false, pair: null },
        rehearsal: { scenarioId: 'left-out', revision: 'r1', talk: { said: 'hello there' } },
        review: EMPTY_REVIEW,
        version: 0,
        answers: [],
        partner: null,
      });
      expect(await storage.shares.ofRehearsal(tenant, home.userId, rehearsalId)).toMatchObject([
        { share: { coachName: 'Kim', withdrawnAt: null }, review: null },
      ]);
    });

    it('is for the own rehearsal alone', async () => {
      const { storage } = fixture();
      const talk = await rehearsed(storage);

      expect(await storage.shares.give([aShare(talk, { teacherId: 'teacher-2' })], moment(1), null)).toBe(false);
      expect(await storage.shares.give([aShare(talk, { tenant: aTenant() })], moment(1), null)).toBe(false);
    });

    it('happens once for a coach, and again after it was taken back', async () => {
      const { storage } = fixture();
      const talk = await rehearsed(storage);
      const first = aShare(talk);
      await storage.shares.give([first], moment(1), null);

      expect(await storage.shares.give([aShare(talk)], moment(2), null)).toBe(false);
      await storage.shares.withdraw({ tenant: talk.tenant, teacherId: talk.home.userId, id: first.id, at: moment(3) });
      expect(await storage.shares.give([aShare(talk)], moment(4), null)).toBe(true);
    });

    it('Z02 P03 ends at once when it is taken back, for reading, asking and exporting', async () => {
      const { storage } = fixture();
      const { share, coach, tenant, home } = await shared(storage);

      const taken = await storage.shares.withdraw({ tenant, teacherId: home.userId, id: share.id, at: moment(3) });

      expect(taken).toBe(true);
      expect(await storage.reviews.isOpen(coach(3))).toBe(false);
      expect(await storage.reviews.open({ ...coach(3), as: 'viewed' })).toBeNull();
      expect(await storage.reviews.open({ ...coach(3), as: 'exported' })).toBeNull();
    });

    it('is taken back by nobody but its teacher, and once', async () => {
      const { storage } = fixture();
      const { share, coach, tenant, home } = await shared(storage);
      const by = (teacherId: string) => storage.shares.withdraw({ tenant, teacherId, id: share.id, at: moment(3) });

      expect(await by('teacher-2')).toBe(false);
      expect(await by('coach-1')).toBe(false);
      expect(await storage.reviews.isOpen(coach(3))).toBe(true);
      expect(await by(home.userId)).toBe(true);
      expect(await by(home.userId)).toBe(false);
    });

    it('ends by itself on its last day', async () => {
      const { storage } = fixture();
      const { coach } = await shared(storage, { endsAt: moment(10) });

      expect(await storage.reviews.isOpen(coach(9))).toBe(true);
      expect(await storage.reviews.isOpen(coach(10))).toBe(false);
    });

    it('takes the draft along that was not sent, out of every row', async () => {
      const { storage, database } = fixture();
      const { share, coach, tenant, home } = await shared(storage);
      const review = { ...EMPTY_REVIEW, strength: CANARY };
      await storage.reviews.keep({ ...coach(), from: 0, review });
      const before = await database.readRows();

      await storage.shares.withdraw({ tenant, teacherId: home.userId, id: share.id, at: moment(3) });

      expect(before).toContain(CANARY);
      expect(await database.readRows()).not.toContain(CANARY);
    });

    it('goes with its rehearsal: the talk, what the coach wrote, the answers', async () => {
      const { storage, database } = fixture();
      const { coach, share, tenant, home, rehearsalId } = await shared(storage, { question: `${CANARY}-2` });
      const comment = { id: 'c1', turn: 1, place: null, text: `${CANARY}-2` };
      await storage.reviews.keep({ ...coach(), from: 0, review: { ...EMPTY_REVIEW, comments: [comment] } });
      await storage.reviews.send({ ...coach(), from: 1 });
      await storage.shares.answer({
        tenant,
        teacherId: home.userId,
        shareId: share.id,
        id: 'a1',
        commentId: 'c1',
        text: `${CANARY}-2`,
        at: moment(3),
      });

      await storage.conversations.commit(aTurn({ ...home, version: 1 }, { rehearsalsErased: [rehearsalId] }));

      expect(await storage.reviews.open({ ...coach(5), as: 'viewed' })).toBeNull();
      expect(await storage.shares.ofRehearsal(tenant, home.userId, rehearsalId)).toEqual([]);
      expect(await database.readRows()).not.toContain(`${CANARY}-2`);
    });

    it('is part of everything that a teacher can take along', async () => {
      const { storage } = fixture();
      const { coach, tenant, home } = await shared(storage, { question: 'Too fast?' });
      await storage.reviews.keep({ ...coach(), from: 0, review: { ...EMPTY_REVIEW, strength: 'You listened.' } });
      await storage.reviews.send({ ...coach(), from: 1 });

      const all = JSON.stringify(await storage.personalData.export(tenant, home.userId));

      expect(all).toContain('Too fast?');
      expect(all).toContain('You listened.');
      expect(all).toContain('"action":"sent"');
    });
  });

  describe('a second coach', () => {
    it('joins when the teacher says so, under one pair', async () => {
      const { storage } = fixture();
      const talk = await shared(storage);
      await storage.reviews.askSecond({ ...talk.coach(), second: { id: 'coach-2', name: 'Bo' } });
      const second = aShare(talk, { coachId: 'coach-2', coachName: 'Bo' });

      const joined = await storage.shares.pairUp({ id: talk.share.id, pair: 'pair-1' }, second, moment(3));

      expect(joined).toBe(true);
      expect(await storage.reviews.open({ ...talk.coach(4), as: 'viewed' })).toMatchObject({
        share: { pair: 'pair-1', wantsSecond: null },
        partner: { coachName: 'Bo', hasSent: false, review: null },
      });
      expect(await storage.reviews.isOpen(coachOf(second, 4))).toBe(true);
    });

    it('does not join when nobody asked, or another was asked for, or the teacher declined', async () => {
      const { storage } = fixture();
      const talk = await shared(storage);
      const join = (coachId: string) =>
        storage.shares.pairUp({ id: talk.share.id, pair: 'p' }, aShare(talk, { coachId }), moment(3));

      expect(await join('coach-2')).toBe(false);
      await storage.reviews.askSecond({ ...talk.coach(), second: { id: 'coach-2', name: 'Bo' } });
      expect(await join('coach-3')).toBe(false);
      const { tenant, home, share } = talk;
      expect(await storage.shares.declineSecond({ tenant, teacherId: home.userId, id: share.id })).toBe(true);
      expect(await join('coach-2')).toBe(false);
    });

    it('sees nothing of the first until both have sent, and then all of it', async () => {
      const { storage } = fixture();
      const talk = await rehearsed(storage);
      const [one, two] = [aShare(talk), aShare(talk, { coachId: 'coach-2', coachName: 'Bo' })];
      await storage.shares.give([one, two], moment(1), 'pair-2');
      const work = async (share: typeof one, strength: string) => {
        await storage.reviews.keep({ ...coachOf(share), from: 0, review: { ...EMPTY_REVIEW, strength } });
        await storage.reviews.send({ ...coachOf(share), from: 1 });
      };
      await work(one, 'Calm.');

      const before = await storage.reviews.open({ ...coachOf(two, 3), as: 'viewed' });
      const early = await storage.reviews.open({ ...coachOf(one, 3), as: 'viewed' });
      await work(two, 'Clear.');
      const after = await storage.reviews.open({ ...coachOf(two, 4), as: 'viewed' });

      expect(before?.partner).toEqual({ coachName: 'Kim', hasSent: true, review: null });
      expect(early?.partner).toEqual({ coachName: 'Bo', hasSent: false, review: null });
      expect(after?.partner?.review?.strength).toBe('Calm.');
    });
  });
}
