import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { browserOf, share } from './browsing.ts';
import { aSchool, type CoachServer, startCoachServer } from './coachServer.ts';

let server: CoachServer;
beforeAll(async () => {
  server = await startCoachServer();
}, 60_000);
afterAll(() => server?.close());

it('smokes', async () => {
  const school = aSchool();
  const teacher = server.person(school, 'Anne', ['teacher']);
  const coach = await server.addCoach(school, 'Kim');
  const id = await server.rehearse(teacher);
  const t = browserOf(server, teacher);
  const c = browserOf(server, coach);
  console.log((await t.read(`/mine/rehearsals/${id}`)).slice(-900));
  console.log(await t.read(`/mine/rehearsals/${id}/share`));
  const pv = await t.submit(`/mine/rehearsals/${id}/share`, `/mine/rehearsals/${id}/share/preview`, {
    coach: coach.userId,
    question: 'Te snel?',
  });
  console.log(pv.status, (await pv.text()).length);
  const [page = ''] = await share(server, teacher, id, [coach], { question: 'Te snel?' });
  console.log(page, await c.read('/coach'));
  console.log(await c.read(page));
  const r = await c.submit(page, `${page}/comments`, { turn: '1', words: 'Wat naar', text: 'Mooi <b>' });
  console.log(r.status, r.headers.get('location'));
  expect((await c.get(page)).status).toBe(200);
});
