import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { createSite } from '../../../bot/http/site.ts';
import { createFormTokens } from '../../../bot/identity/formTokens.ts';
import { createLinkByCode } from '../../../bot/identity/linking/linkByCode.ts';
import { createLinking } from '../../../bot/identity/linking/linking.ts';
import type { Person, Principal } from '../../../bot/identity/principal.ts';
import { ringOf } from '../../../bot/keys/keyRing.ts';
import type { Storage } from '../../../bot/ports.ts';
import { openSqlite } from '../../../bot/storage/sqlite/openSqlite.ts';
import { pageFiles } from '../../../bot/webPages/pageFiles.ts';
import { createTexts } from '../../../dialogs/texts.ts';
import { theContent } from '../../theContent.ts';
import { startServer, type TestServer } from '../http/testServer.ts';

const SCHOOL = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

let folder: string;
let storage: Storage;
let running: TestServer;
let now = new Date('2030-01-15T12:00:00Z');
const logged: object[] = [];

/** Who asks is what the cookie says, in these tests. */
const principalIn = (cookie: string): Principal => {
  const [tenant = '', userId = '', place] = cookie.split('|');
  const chat = place === 'tab' ? { personalChat: 'https://teams.microsoft.com/l/chat/0/0' } : {};
  return { tenant, userId, name: '', roles: new Set(['teacher']), session: null, ...chat };
};
const forms = createFormTokens(ringOf(new Uint8Array(32)), createSite('http://localhost'));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linking-'));
  storage = await openSqlite({ file: join(folder, 'bot.db') });
  const log = pino({ level: 'info' }, { write: (line: string) => logged.push(JSON.parse(line)) });
  const { routes } = createLinking({
    ...storage,
    linkByCode: createLinkByCode({ ...storage, log, now: () => now }),
    teacherOf: async ({ cookie }) => (cookie ? principalIn(cookie) : null),
    forms,
    teamsTenants: [SCHOOL],
    texts: createTexts(theContent().messages),
    files: pageFiles(),
    log,
    now: () => now,
  });
  running = await startServer({ routes });
});
afterAll(async () => {
  await running?.server.close();
  await storage?.close();
  await rm(folder, { recursive: true, force: true });
});

const aBrowser = () => `local|dl_${randomUUID()}`;
const inTeams = () => `${SCHOOL}|${randomUUID()}|tab`;
const personIn = (cookie: string): Person => {
  const { tenant, userId } = principalIn(cookie);
  return { tenant, userId };
};
const sameAs = (cookie: string) => storage.links.sameAs(personIn(cookie));

async function post(path: string, cookie: string, fields: Record<string, string> = {}): Promise<Response> {
  const [, form = ''] = /value="([^"]+)"/u.exec(forms.field(principalIn(cookie))) ?? [];
  return fetch(`${running.url}/mine/link/${path}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ form, ...fields }).toString(),
    redirect: 'manual',
  });
}

async function codeFor(cookie: string): Promise<string> {
  const html = await (await post('code', cookie)).text();
  return /class="code">([\d ]+)</u.exec(html)?.[1] ?? '';
}

const enter = async (cookie: string, code: string) => (await post('use', cookie, { code })).headers.get('location');

describe('a code to link with', () => {
  it('made in a browser and typed in Teams makes both the same person', async () => {
    const [web, teams] = [aBrowser(), inTeams()];

    const where = await enter(teams, await codeFor(web));

    expect(where).toBe('/mine?link=done#link');
    expect([await sameAs(web), await sameAs(teams)]).toEqual([[personIn(teams)], [personIn(web)]]);
  });

  it('may be typed without its space, or with a dash', async () => {
    const [web, teams] = [aBrowser(), inTeams()];

    expect(await enter(teams, (await codeFor(web)).replace(' ', '-'))).toBe('/mine?link=done#link');
  });

  it('works once', async () => {
    const code = await codeFor(aBrowser());
    await enter(inTeams(), code);
    const late = inTeams();

    expect(await enter(late, code)).toBe('/mine?link=wrong#link');
    expect(await sameAs(late)).toEqual([]);
  });

  it('works for ten minutes', async () => {
    const code = await codeFor(aBrowser());

    now = new Date(now.getTime() + 10 * 60_000);

    expect(await enter(inTeams(), code)).toBe('/mine?link=wrong#link');
  });

  it('can be guessed at five times, and then for ten minutes not even rightly', async () => {
    const teams = inTeams();
    const code = await codeFor(aBrowser());
    const wrong = code.startsWith('0') ? '11111111' : '00000000';

    const outcomes: (string | null)[] = [];
    for (let guess = 0; guess < 5; guess += 1) outcomes.push(await enter(teams, wrong));

    expect(new Set(outcomes)).toEqual(new Set(['/mine?link=wrong#link']));
    expect(await enter(teams, code)).toBe('/mine?link=slow#link');
  });

  it('is made ten times in ten minutes by one person, and then not for a while', async () => {
    const [web, other] = [aBrowser(), aBrowser()];
    for (let code = 0; code < 10; code += 1) await codeFor(web);

    const eleventh = await post('code', web);

    expect([eleventh.status, eleventh.headers.get('location')]).toEqual([303, '/mine?link=slow#link']);
    expect(await codeFor(other)).toMatch(/^\d{4} \d{4}$/u);
  });

  it.each(['', '1234', 'abcdefgh', '1234567890', "' or 1=1"])('is not %j', async (typed) => {
    expect(await enter(inTeams(), typed)).toBe('/mine?link=wrong#link');
  });

  it('is typed in Teams alone: another browser cannot take it', async () => {
    const [web, other] = [aBrowser(), aBrowser()];

    expect(await enter(other, await codeFor(web))).toBe('/mine');
    expect(await sameAs(other)).toEqual([]);
  });

  it('is not made for somebody who is the same in Teams already', async () => {
    const reply = await post('code', `${SCHOOL}|oid-of-the-web`);

    expect(reply.headers.get('location')).toBe('/mine');
  });

  it('W12 is neither made nor used by the form of another site', async () => {
    const teams = inTeams();
    const code = await codeFor(aBrowser());

    const reply = await post('use', teams, { code, form: 'x'.repeat(43) });

    expect(reply.status).toBe(403);
    expect(await sameAs(teams)).toEqual([]);
  });
});

describe('a link', () => {
  it('is taken back with one press, from either side', async () => {
    const [web, teams] = [aBrowser(), inTeams()];
    await enter(teams, await codeFor(web));

    const reply = await post('undo', teams);

    expect(reply.headers.get('location')).toBe('/mine?link=undone#link');
    expect(await sameAs(web)).toEqual([]);
  });

  it('leaves a line for the audit with ids alone, never the code', async () => {
    const [web, teams] = [aBrowser(), inTeams()];
    const code = await codeFor(web);
    logged.length = 0;

    await enter(teams, code);

    const [line] = logged;
    expect(line).toMatchObject({ audit: 'linked', tenant: SCHOOL, otherTenant: 'local' });
    expect(JSON.stringify(line)).not.toContain(code.replace(' ', ''));
  });
});
