import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { browserOf, share } from './browsing.ts';
import { aSchool, type CoachServer, startCoachServer } from './coachServer.ts';

const ROUNDS = 40;
const AT_ONCE = 25;

/** A coach who opens the page in the very moment in which its teacher takes it back. */
describe('taking back while the coach opens it', () => {
  let server: CoachServer;

  beforeAll(async () => {
    server = await startCoachServer();
  }, 60_000);
  afterAll(() => server?.close());

  it(`Z16 never serves it after the withdrawal was kept, in ${ROUNDS * AT_ONCE} races`, async () => {
    const school = aSchool();
    const coach = await server.addCoach(school, 'Kim');
    const teachers = Array.from({ length: AT_ONCE }, (_, index) => server.person(school, `Anne${index}`, ['teacher']));
    const { shares, reviews, audit } = server.storage;
    const talks = await Promise.all(
      teachers.map(async (teacher) => ({ teacher, rehearsalId: await server.rehearse(teacher, ['Goed.']) })),
    );
    const race = async ({ teacher, rehearsalId }: (typeof talks)[number], round: number) => {
      const at = () => new Date().toISOString();
      const id = crypto.randomUUID();
      const { tenant, userId: teacherId } = teacher;
      const endsAt = '2099-01-01T00:00:00.000Z';
      const given = { id, tenant, teacherId, teacherName: '', rehearsalId, coachId: coach.userId, coachName: 'Kim' };
      await shares.give([{ ...given, question: '', mayLearn: false, endsAt }], at(), null);
      const look = () =>
        reviews
          .open({ tenant, coachId: coach.userId, shareId: id, at: at(), as: 'viewed' })
          .then((open) => open !== null);
      const before = round % 2 === 0 ? [look()] : [];
      const withdrawn = shares.withdraw({ tenant, teacherId, id, at: at() });
      const during = [look(), look()];
      await withdrawn;
      const after = await Promise.all([look(), look()]);
      await Promise.all([...before, ...during]);
      return { id, served: after.filter(Boolean).length };
    };

    let served = 0;
    const ids: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const raced of await Promise.all(talks.map((talk) => race(talk, round)))) {
        served += raced.served;
        ids.push(raced.id);
      }
    }
    const rows = (
      await Promise.all(talks.map(({ teacher, rehearsalId }) => audit.ofRehearsal(school, teacher.userId, rehearsalId)))
    ).flat();
    const late = rows.filter(({ action, shareId, seq }) => {
      const end = rows.find((row) => row.shareId === shareId && row.action === 'withdrawn');
      return action === 'viewed' && end !== undefined && seq > end.seq;
    });

    expect(new Set(ids).size).toBe(ROUNDS * AT_ONCE);
    expect(served).toBe(0);
    expect(late).toEqual([]);
    expect(await audit.firstBroken(school)).toBeNull();
  }, 120_000);

  it('Z16 gives a page that was being made no chance either', async () => {
    const school = aSchool();
    const teacher = server.person(school, 'Anne', ['teacher']);
    const coach = await server.addCoach(school, 'Kim');
    const id = await server.rehearse(teacher);
    const statuses: number[] = [];

    for (let race = 0; race < 20; race += 1) {
      const [page = ''] = await share(server, teacher, id, [coach]);
      const shareId = page.split('/').at(-1) ?? '';
      const { tenant, userId: teacherId } = teacher;
      const opened = browserOf(server, coach).get(page);
      await server.storage.shares.withdraw({ tenant, teacherId, id: shareId, at: new Date().toISOString() });
      const [first, then] = [await opened, await browserOf(server, coach).get(page)];
      statuses.push(then.status);
      expect([200, 404]).toContain(first.status);
    }

    expect(new Set(statuses)).toEqual(new Set([404]));
  }, 60_000);
});
