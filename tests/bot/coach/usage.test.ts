import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asReported } from '../../../bot/coach/usage.ts';
import { browserOf } from './browsing.ts';
import { aSchool, type CoachServer, startCoachServer } from './coachServer.ts';

describe('what a board hears of a month', () => {
  it('Z10 is nothing in figures when fewer than five teachers practised', () => {
    const few = asReported({ month: '2026-11', teachers: 4, rehearsals: 400 });

    expect(few).toEqual({ month: '2026-11', teachers: null, rehearsals: null });
  });

  it('is how many teachers and rehearsals from five teachers on', () => {
    const enough = asReported({ month: '2026-11', teachers: 5, rehearsals: 9 });

    expect(enough).toEqual({ month: '2026-11', teachers: 5, rehearsals: 9 });
  });
});

describe('the page of a board', () => {
  let server: CoachServer;
  let now = new Date('2026-10-05T10:00:00.000Z');

  beforeAll(async () => {
    server = await startCoachServer(() => now);
  }, 60_000);
  afterAll(() => server?.close());

  it('Z10 tells months of enough teachers, and of others only that they were few; without a name', async () => {
    const school = aSchool();
    const admin = server.person(school, 'Ed', ['admin']);
    const rehearse = async (count: number) => {
      for (let one = 0; one < count; one += 1) {
        await server.rehearse(server.person(school, `Leraar${one}`, ['teacher']));
      }
    };
    await rehearse(5);
    now = new Date('2026-11-05T10:00:00.000Z');
    await rehearse(4);
    await server.rehearse(server.person(aSchool(), 'Elders', ['teacher']));

    const words = await browserOf(server, admin).read('/board');

    expect(words).toContain('november 2026 minder dan vijf minder dan vijf oktober 2026 5 5');
    expect(words).not.toMatch(/Leraar|Elders/u);
  });

  it('is for nobody but who runs the installation', async () => {
    const school = aSchool();

    for (const role of ['teacher', 'coach'] as const) {
      const reply = await browserOf(server, server.person(school, 'Iemand', [role])).get('/board');
      expect(reply.status).toBe(404);
    }
  });
});
