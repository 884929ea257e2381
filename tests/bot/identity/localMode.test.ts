import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HttpReply, Route } from '../../../bot/http/route.ts';
import type { Identity } from '../../../bot/identity/identity.ts';
import { localIdentity } from '../../../bot/identity/local/localIdentity.ts';
import { ringOf } from '../../../bot/keys/keyRing.ts';
import type { Storage } from '../../../bot/ports.ts';
import { openSqlite } from '../../../bot/storage/sqlite/openSqlite.ts';
import { pageFiles } from '../../../bot/webPages/pageFiles.ts';
import { createTexts } from '../../../dialogs/texts.ts';
import { theContent } from '../../theContent.ts';
import { startServer, type TestServer } from '../http/testServer.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const FORM = 'application/x-www-form-urlencoded';
const tenant = 'local';

let folder: string;
let storage: Storage;
let identity: Identity;
let running: TestServer;
let now = new Date('2030-01-15T12:00:00Z');
const lines: string[] = [];

/** A page that changes something, as the pages of coaches do. */
const changing = ({ coachOf, forms }: Identity): readonly Route[] => [
  {
    method: 'GET',
    path: '/coach',
    async handle({ headers }): Promise<HttpReply> {
      const coach = await coachOf(headers);
      return coach ? { status: 200, body: forms.field(coach) } : { status: 404 };
    },
  },
  {
    method: 'POST',
    path: '/coach',
    takesBody: 'form',
    async handle(request): Promise<HttpReply> {
      const coach = await coachOf(request.headers);
      return coach ? { status: 200, body: [...forms.fieldsOf(coach, request)] } : { status: 404 };
    },
  },
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-mode-'));
  storage = await openSqlite({ file: join(folder, 'bot.db') });
  identity = localIdentity({
    stores: storage,
    tenant,
    browserOf: async (cookie) => (cookie?.includes('browser=1') ? 'dl_1' : undefined),
    formRing: ringOf(new Uint8Array(32)),
    publicUrl: 'http://localhost',
    texts: createTexts(theContent().messages),
    files: pageFiles(),
    log: { info: (line: unknown) => lines.push(JSON.stringify(line)) },
    now: () => now,
  });
  running = await startServer({ routes: [...identity.routes, ...changing(identity)] });
});
afterAll(async () => {
  await running?.server.close();
  await storage?.close();
  await rm(folder, { recursive: true, force: true });
});

const rowsOf = (file: string) => {
  using database = new DatabaseSync(file, { readOnly: true });
  return JSON.stringify(database.prepare('select * from one_times').all());
};
const get = (address: string, cookie = '') =>
  fetch(new URL(address, running.url), { headers: { cookie }, redirect: 'manual' });
const post = (address: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(new URL(address, running.url), {
    method: 'POST',
    headers: { 'content-type': FORM, 'sec-fetch-site': 'same-origin', ...headers },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
const aLink = async () => (await identity.coachLink(running.url)) ?? '';
const cookieOf = (reply: Response) => reply.headers.get('set-cookie')?.split(';')[0] ?? '';
const enter = async (name: string, headers: Record<string, string> = {}) => post(await aLink(), { name }, headers);
const tokenOn = async (cookie: string) =>
  /value="([^"]+)"/u.exec(await (await get('/coach', cookie)).text())?.[1] ?? '';

describe('a link for a coach', () => {
  it('asks for a name, and looking at it does not use it up', async () => {
    const link = await aLink();

    const looks = [await get(link), await get(link)];
    const entered = await post(link, { name: 'Zümra Kaya' });

    expect(looks.map(({ status }) => status)).toEqual([200, 200]);
    expect(await looks[0]?.text()).toContain('Hoe heet je?');
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/coach']);
  });

  it('makes a coach known by name to teachers who want to share', async () => {
    await enter('  Bo \n Smit ');

    expect((await identity.coaches.list(tenant)).map(({ name }) => name)).toContain('Bo Smit');
  });

  it('works once, and leaves a line in the log each time, with ids alone', async () => {
    const link = await aLink();
    lines.length = 0;
    await post(link, { name: 'An' });

    const again = [await get(link), await post(link, { name: 'Els' })];

    expect(again.map(({ status }) => status)).toEqual([404, 404]);
    expect(again[1]?.headers.get('set-cookie')).toBeNull();
    expect(lines).toEqual([
      expect.stringMatching(/^\{"audit":"coach-signed-in","tenant":"local","user":"coach_[0-9a-f-]{36}"\}$/u),
      '{"audit":"coach-link-over"}',
      '{"audit":"coach-link-over"}',
    ]);
  });

  it('works for a day', async () => {
    const link = await aLink();

    now = new Date(now.getTime() + DAY_MS);
    const late = await post(link, { name: 'An' });

    expect(late.status).toBe(404);
  });

  it('cannot be guessed, and is not in the database', async () => {
    const link = await aLink();
    const secret = link.split('/').at(-1) ?? '';

    expect(Buffer.from(secret, 'base64url').length).toBeGreaterThanOrEqual(16);
    expect(rowsOf(join(folder, 'bot.db'))).not.toContain(secret);
    expect((await get(`/sign-in/coach/${'A'.repeat(43)}`)).status).toBe(404);
  });

  it('is not used up by a form without a name', async () => {
    const link = await aLink();

    const nameless = await post(link, { name: ' \u200b ' });

    expect(nameless.status).toBe(422);
    expect(await nameless.text()).toContain('Vul je naam in.');
    expect((await post(link, { name: 'An' })).status).toBe(303);
  });

  it('W12 sent from the form of another site does nothing', async () => {
    const link = await aLink();

    const foreign = await post(link, { name: 'An' }, { 'sec-fetch-site': 'cross-site' });

    expect([foreign.status, (await get(link)).status]).toEqual([403, 200]);
  });

  it('W04 W05 shows a name with markup in it as text', async () => {
    const reply = await enter('"><img src=x onerror=alert(1)>');
    const coach = await identity.coachOf({ cookie: cookieOf(reply) });

    expect(coach?.name).toBe('"><img src=x onerror=alert(1)>');
  });
});

describe('a coach', () => {
  it('is the same coach again after a second link, under the same name', async () => {
    const first = await identity.coachOf({ cookie: cookieOf(await enter('Wim Post')) });
    const second = await identity.coachOf({ cookie: cookieOf(await enter('wim post')) });

    expect(second?.userId).toBe(first?.userId);
    expect(second).toMatchObject({ tenant, name: 'Wim Post', roles: new Set(['coach']) });
  });

  it('W13 is known by a cookie that scripts and other sites cannot use', async () => {
    const reply = await enter('An');

    expect(reply.headers.get('set-cookie')).toMatch(/; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/u);
  });

  it('W18 who opens another link in the same browser has another session, and the old one is over', async () => {
    const before = cookieOf(await enter('An'));

    const after = cookieOf(await enter('An', { cookie: before }));

    expect(after).not.toBe(before);
    expect(await identity.coachOf({ cookie: before })).toBeNull();
    expect(await identity.coachOf({ cookie: after })).not.toBeNull();
  });

  it('is not the teacher who uses the same browser', async () => {
    const cookie = `browser=1; ${cookieOf(await enter('An'))}`;

    const teacher = await identity.teacherOf({ cookie });
    const coach = await identity.coachOf({ cookie });

    expect(teacher).toEqual({ tenant, userId: 'dl_1', name: '', roles: new Set(['teacher']), session: null });
    expect(coach?.userId).not.toBe('dl_1');
  });

  it('is forgotten after two weeks away, and after two months in any case', async () => {
    const began = now;
    const away = cookieOf(await enter('An'));
    const faithful = cookieOf(await enter('Els'));

    for (let day = 13; day < 60; day += 13) {
      now = new Date(began.getTime() + day * DAY_MS);
      expect(await identity.coachOf({ cookie: faithful })).not.toBeNull();
      if (day > 13) expect(await identity.coachOf({ cookie: away })).toBeNull();
    }
    now = new Date(began.getTime() + 60 * DAY_MS);

    expect(await identity.coachOf({ cookie: faithful })).toBeNull();
  });
});

describe('a form of ours', () => {
  it('is taken with the token of its page', async () => {
    const cookie = cookieOf(await enter('An'));

    const reply = await post('/coach', { form: await tokenOn(cookie), comment: 'Mooi.' }, { cookie });

    expect(await reply.json()).toEqual([['comment', 'Mooi.']]);
  });

  it.each([
    ['without a token', async () => ({})],
    ['with a made-up token', async () => ({ form: 'x'.repeat(43) })],
    ["with another coach's token", async () => ({ form: await tokenOn(cookieOf(await enter('Els'))) })],
  ])('W12 %s is refused', async (_, fields) => {
    const cookie = cookieOf(await enter('An'));

    const reply = await post('/coach', await fields(), { cookie });

    expect(reply.status).toBe(403);
  });

  it('W12 with the right token, from another site, is refused', async () => {
    const cookie = cookieOf(await enter('An'));
    const form = await tokenOn(cookie);

    const reply = await post('/coach', { form }, { cookie, 'sec-fetch-site': 'cross-site' });

    expect(reply.status).toBe(403);
  });
});

describe('signing out', () => {
  it('D23 ends the sign-in on the server, in the browser, and tells who listens', async () => {
    const cookie = cookieOf(await enter('An'));
    const session = (await identity.coachOf({ cookie }))?.session;
    const ended: string[] = [];
    const stop = identity.onSignOut((one) => ended.push(one));

    const reply = await post('/sign-out', { form: await tokenOn(cookie) }, { cookie });
    stop();

    expect([reply.status, reply.headers.get('location')]).toEqual([303, '/signed-out']);
    expect(reply.headers.get('set-cookie')).toContain('Max-Age=0');
    expect(await identity.coachOf({ cookie })).toBeNull();
    expect(ended).toEqual([session]);
  });

  it('W12 cannot be done by another site', async () => {
    const cookie = cookieOf(await enter('An'));

    const reply = await post('/sign-out', {}, { cookie });

    expect(reply.status).toBe(403);
    expect(await identity.coachOf({ cookie })).not.toBeNull();
  });
});
