import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '../../../bot/identity/principal.ts';
import { browserOf, share, wordsOf } from './browsing.ts';
import { aSchool, type CoachServer, startCoachServer } from './coachServer.ts';

let server: CoachServer;

beforeAll(async () => {
  server = await startCoachServer();
}, 60_000);
afterAll(() => server?.close());

async function shared(fields: Readonly<Record<string, string>> = {}) {
  const school = aSchool();
  const teacher = server.person(school, 'Anne', ['teacher']);
  const coach = await server.addCoach(school, 'Kim');
  const id = await server.rehearse(teacher);
  const [page = ''] = await share(server, teacher, id, [coach], fields);
  const audit = () => server.storage.audit.ofRehearsal(school, teacher.userId, id);
  return { school, teacher, coach, id, page, address: `/mine/rehearsals/${id}`, audit };
}

const PARTS = ['', '/agreement', '/open', '/word.docx', '/talk.csv', '/talk.transcript', '/xapi.json'] as const;
const FORMS = ['comments', 'moves', 'rubric', 'summary', 'send', 'answers', 'second'] as const;

describe('who may see a shared rehearsal', () => {
  it.each([
    ['Z05 a coach of the same board who was not chosen', 'same', ['coach']],
    ['Z04 a coach of another school', 'other', ['coach']],
    ['Z03 a colleague', 'same', ['teacher']],
  ] as const)('Z12 not %s, with the address in hand, in any form', async (_, where, roles) => {
    const { school, page } = await shared();
    const other = server.person(where === 'same' ? school : aSchool(), 'Bo', roles as readonly Role[]);

    const replies = await Promise.all(PARTS.map((part) => browserOf(server, other).get(`${page}${part}`)));

    expect(replies.map(({ status }) => status)).toEqual(PARTS.map(() => 404));
    expect(wordsOf((await Promise.all(replies.map((reply) => reply.text()))).join())).not.toContain('loopt');
  });

  it('Z06 not who runs the installation: refused, and noted', async () => {
    const { school, page } = await shared();
    const admin = server.person(school, 'Ed', ['admin']);

    const reply = await browserOf(server, admin).get(page);

    expect(reply.status).toBe(403);
    const rows = await server.storage.audit.firstBroken(school);
    expect(rows).toBeNull();
    expect(JSON.stringify(await lastRow(school))).toContain(admin.userId);
  });

  it('not somebody without a sign-in', async () => {
    const { page } = await shared();

    expect((await fetch(`${server.url}${page}`)).status).toBe(404);
  });

  it('Z01 not a coach who guesses an address', async () => {
    const { coach } = await shared();

    expect((await browserOf(server, coach).get(`/coach/shares/${randomUUID()}`)).status).toBe(404);
    expect((await browserOf(server, coach).get('/coach/shares/%2e%2e')).status).toBe(404);
  });

  it('Z03 and its teacher page not a colleague, with every page and form of it', async () => {
    const { school, address } = await shared();
    const colleague = browserOf(server, server.person(school, 'Cor', ['teacher']));

    expect((await colleague.get(address)).status).toBe(404);
    expect((await colleague.get(`${address}/share`)).status).toBe(404);
    expect((await colleague.post(`${address}/share`, {})).status).toBe(404);
    expect((await colleague.post(`${address}/moment`, { turn: '1' })).status).toBe(404);
  });

  it('P13 every refusal of what is there stands in the record of its teacher', async () => {
    const { school, page, address, teacher, audit } = await shared();
    const other = server.person(school, 'Bo', ['coach']);

    await browserOf(server, other).get(page);

    expect((await audit()).at(-1)).toMatchObject({ action: 'refused', actor: other.userId });
    expect(await browserOf(server, teacher).read(address)).toContain('iemand anders wilde kijken en mocht niet');
  });
});

describe('what a form can do', () => {
  it('W12 nothing from another site, nor without the field of our own page, nor by looking', async () => {
    const { coach, page, teacher, address, audit } = await shared();
    const [hers, mine] = [browserOf(server, coach), browserOf(server, teacher)];
    const form = await hers.token(page);
    const before = (await audit()).length;

    const foreign = await Promise.all([
      ...FORMS.map((name) =>
        hers.post(`${page}/${name}`, { form }, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }),
      ),
      ...FORMS.map((name) => hers.post(`${page}/${name}`, { text: 'x' })),
      mine.post(`${address}/share`, {}),
      mine.post(`${address}/moment`, { turn: '1' }),
    ]);
    const looks = await Promise.all(FORMS.map((name) => hers.get(`${page}/${name}`)));

    expect(new Set(foreign.map(({ status }) => status))).toEqual(new Set([403]));
    expect(looks.every(({ status }) => status === 404 || status === 405)).toBe(true);
    expect((await audit()).length).toBe(before);
  });

  it('Z07 makes nobody more than they are: such fields are passed over, and that is noted', async () => {
    const { coach, page, audit, teacher } = await shared();

    await browserOf(server, coach).submit(page, `${page}/comments`, {
      turn: '1',
      text: 'Mooi.',
      role: 'admin',
      tenant: 'elsewhere',
      score: '10',
      teacherId: coach.userId,
    });

    expect((await audit()).map(({ action }) => action)).toContain('fields-passed-over');
    expect(await browserOf(server, coach).read(page)).toContain('Mooi.');
    expect(
      (await server.storage.rehearsals.list({ tenant: 'elsewhere', userId: teacher.userId, offset: 0, limit: 1 })).all,
    ).toBe(0);
  });

  it('Z13 nothing any more after the teacher took it back', async () => {
    const { coach, teacher, page, address } = await shared();
    const [hers, mine] = [browserOf(server, coach), browserOf(server, teacher)];
    const form = await hers.token(page);
    const withdrawal = `${address}${page.replace('/coach/shares', '/shares')}/withdraw`;
    await mine.submit(address, withdrawal);

    const late = await Promise.all(
      FORMS.filter((name) => name !== 'second').map((name) =>
        hers.post(`${page}/${name}`, {
          form,
          turn: '1',
          text: 'Toch nog',
          strength: 'x',
          try: 'y',
          comment: randomUUID(),
        }),
      ),
    );
    const parts = await Promise.all(PARTS.map((part) => hers.get(`${page}${part}`)));

    expect(new Set(late.map(({ status }) => status))).toEqual(new Set([404]));
    expect(new Set(parts.map(({ status }) => status))).toEqual(new Set([404]));
    expect(await mine.read(address)).not.toContain('Toch nog');
    expect(await mine.read(address)).toContain('Ingetrokken. Kim ziet er niets meer van.');
  });

  it('W01 shows what was typed as words, in every page and file', async () => {
    const { coach, teacher, page, address } = await shared({ question: '<img src=x onerror=alert(1)>' });
    const hers = browserOf(server, coach);
    await hers.submit(page, `${page}/comments`, { turn: '1', text: '=HYPERLINK("http://evil")<svg onload=x>' });

    const pages = await Promise.all([hers.get('/coach'), hers.get(page), browserOf(server, teacher).get(address)]);
    const html = (await Promise.all(pages.map((reply) => reply.text()))).join('');
    const csv = await (await hers.get(`${page}/talk.csv`)).text();

    expect(html).not.toMatch(/<img src=x|<svg onload/u);
    expect(html).toContain('&lt;img src=x');
    expect(csv).toContain('Kim: =HYPERLINK');
    expect(csv).not.toMatch(/"[=+@-]/u);
  });
});

describe('rehearsing a moment again', () => {
  it('happens in Teams for who has their chat there, and says so', async () => {
    const teacher = server.person(aSchool(), 'Anne', ['teacher']);
    const address = `/mine/rehearsals/${await server.rehearse(teacher, ['Goed.'])}`;
    const { tenant, userId } = teacher;
    const at = new Date().toISOString();
    await server.storage.conversations.open({ tenant, id: `teams-${userId}`, userId, channel: 'msteams', at });
    const inTab = { ...teacher, cookie: server.cookieOf({ ...teacher, personalChat: 'https://teams.example/chat' }) };
    const tab = browserOf(server, inTab);
    await server.addCoach(tenant, 'Kim');

    const reply = await tab.submit(`${address}/share`, `${address}/moment`, { turn: '1' });

    expect(reply.headers.get('location')).toBe(`${address}?moment=teams#reviews`);
    expect(server.told.at(-1)).toMatchObject({
      name: `teams-${userId} op-een-lijn/rehearse-moment`,
      value: { turn: 1 },
    });
  });

  it('is refused for a turn that is not there', async () => {
    const { teacher, address } = await shared();

    expect(
      (await browserOf(server, teacher).submit(`${address}/share`, `${address}/moment`, { turn: '99' })).status,
    ).toBe(400);
  });
});

describe('not sharing', () => {
  it('P01 P04 leaves everything as it is, and nobody sees it', async () => {
    const school = aSchool();
    const teacher = server.person(school, 'Anne', ['teacher']);
    const coach = await server.addCoach(school, 'Kim');
    const id = await server.rehearse(teacher);
    const mine = browserOf(server, teacher);

    const files = ['word.docx', 'talk.chat', 'talk.csv', 'talk.transcript', 'xapi.json', 'erase'];
    const statuses: number[] = [];
    for (const file of files) statuses.push((await mine.get(`/mine/rehearsals/${id}/${file}`)).status);

    expect(statuses).toEqual(files.map(() => 200));
    expect(await mine.read(`/mine/rehearsals/${id}`)).toContain('Alles werkt ook zonder te delen');
    expect(await browserOf(server, coach).read('/coach')).toContain('Wacht op jou (0)');
  });

  it('offers nothing where no coach has signed in', async () => {
    const teacher = server.person(aSchool(), 'Anne', ['teacher']);
    const id = await server.rehearse(teacher);

    expect(await browserOf(server, teacher).read(`/mine/rehearsals/${id}`)).toContain('nog geen coach aangemeld');
  });
});

/** The newest row of the record of this school, whoever it is about. */
async function lastRow(tenant: string): Promise<unknown> {
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(server.file, { readOnly: true });
  try {
    return database.prepare('select * from audit where tenant = ? order by seq desc limit 1').get(tenant);
  } finally {
    database.close();
  }
}
