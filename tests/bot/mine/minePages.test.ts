import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '../../../bot/config.ts';
import type { Running } from '../../../bot/serve.ts';
import { start } from '../../../bot/start.ts';
import { sharedCache } from '../../theContent.ts';
import { type HeadlessTeacher, newTeacher } from './teacher.ts';

/** No name, which would be masked. */
const CANARY = 'zywxqding';
const A_TALK = ['oefenen 1', `Wat naar voor u, hij huilt om zo'n ${CANARY}.`, 'Wat merkt u thuis?', 'stop', 'rustiger'];

let product: Running;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mine-'));
  product = await start(readConfig({ PORT: '0', DATA_DIR: folder, CACHE_DIR: sharedCache(), LOG_LEVEL: 'silent' }));
}, 90_000);

afterAll(async () => {
  await product?.close();
  await rm(folder, { recursive: true, force: true });
});

async function aTeacherWithATalk(): Promise<{ teacher: HeadlessTeacher; address: string }> {
  const teacher = await newTeacher(product.url);
  await teacher.say(...A_TALK);
  const [address = ''] = await addressesOn(await teacher.get('/mine'));
  return { teacher, address };
}

async function addressesOn(reply: Response): Promise<readonly string[]> {
  const html = await reply.text();
  return [...html.matchAll(/href="(\/mine\/rehearsals\/[0-9a-f-]{36})"/gu)].map(([, address = '']) => address);
}

async function textOf(reply: Response): Promise<string> {
  const html = await reply.text();
  return html.replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ');
}

describe('my rehearsals', () => {
  it('shows a browser that never chatted that there is nothing yet, and where to begin', async () => {
    const reply = await fetch(`${product.url}/mine?lang=nl`);

    expect(reply.status).toBe(200);
    expect(await textOf(reply)).toContain('Nog geen oefeningen');
    expect(reply.headers.get('set-cookie')).not.toContain('op-een-lijn');
  });

  it('lists what was rehearsed in this browser, in the language of the page', async () => {
    const { teacher } = await aTeacherWithATalk();

    const dutch = await textOf(await teacher.get('/mine'));
    const english = await textOf(await teacher.get('/mine?lang=en'));

    expect(dutch).toContain('Buitengesloten in de bouwhoek');
    expect(dutch).toContain('2 beurten');
    expect(english).toContain('Left out in the block corner');
    expect(english).toContain('2 turns');
  });

  it('opens one with the words, what they did, the curve and the debrief', async () => {
    const { teacher, address } = await aTeacherWithATalk();

    const reply = await teacher.get(address);
    const html = await reply.text();

    expect(reply.status).toBe(200);
    expect(html).toContain('class="curve-picture curve-picture--wide"');
    expect(html).toContain(CANARY);
    expect(html).toContain('toont begrip');
    expect(html).toContain('Zelf zei je: “rustiger”');
  });

  it('shows the talk that goes on, with the way back to it', async () => {
    const teacher = await newTeacher(product.url);
    await teacher.say('oefenen 2', 'Goedemiddag.');

    expect(await textOf(await teacher.get('/mine'))).toContain('Nog bezig');
  });

  it('has the own talk of a plan among them, and the plan itself', async () => {
    const teacher = await newTeacher(product.url);
    await teacher.say(
      'voorbereiden',
      'Bo',
      'Valt erbuiten',
      'Bo staat steeds alleen.',
      'Boos of teleurgesteld',
      'stop',
    );
    await teacher.say('oefen mijn gesprek', 'Wat naar voor u.', 'stop', 'rustiger');

    const list = await (await teacher.get('/mine')).text();
    const [, address = ''] = /href="(\/mine\/rehearsals\/[0-9a-f-]{36})"/u.exec(list) ?? [];
    const talk = await teacher.get(address);

    expect(list).toContain('Plan voor Bo');
    expect(talk.status).toBe(200);
    expect(await textOf(talk)).toContain('oefen mijn gesprek');
  });

  it('finds a talk by what was said in it, whatever the case and the accents', async () => {
    const { teacher } = await aTeacherWithATalk();

    const found = await textOf(await teacher.get(`/mine?words=${encodeURIComponent('zÿwxqding HUILT')}`));
    const notFound = await textOf(await teacher.get('/mine?words=olifant'));

    expect(found).toContain('1 van 1');
    expect(notFound).toContain('Niets gevonden');
  });

  it('shows what was typed as words, never as markup, also in the search box', async () => {
    const teacher = await newTeacher(product.url);
    await teacher.say('oefenen 1', '<img src=x onerror=alert(1)>', 'stop', '<script>alert(2)</script>');
    const [address = ''] = await addressesOn(await teacher.get('/mine'));

    const talk = await (await teacher.get(address)).text();
    const search = await (await teacher.get(`/mine?words=${encodeURIComponent('"><script>')}`)).text();

    expect(talk).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(talk).not.toMatch(/<img src=x|<script>alert/u);
    expect(search).not.toContain('"><script>');
  });

  it('W15 allows no inline script or style, no eval, and nothing from elsewhere', async () => {
    const { teacher, address } = await aTeacherWithATalk();

    for (const path of ['/mine', address, `${address}/erase`, '/mine/erase', '/mine/rehearsals/1']) {
      const reply = await teacher.get(path);
      const policy = reply.headers.get('content-security-policy') ?? '';
      const html = await reply.text();

      expect(policy).not.toMatch(/unsafe|https?:|\*/u);
      for (const kind of ['default-src', 'base-uri', 'object-src', 'frame-ancestors']) {
        expect(policy).toContain(`${kind} 'none'`);
      }
      expect(html).not.toMatch(/ style="| on[a-z]+="|<style|<script>/u);
      expect(reply.headers.get('cache-control')).toBe('no-store');
      expect(reply.headers.get('x-robots-tag')).toContain('noindex');
    }
  });
});

describe('whose they are', () => {
  it('Z01 opens to nobody else: not the page, not a file, not the question whether to delete', async () => {
    const { address } = await aTeacherWithATalk();
    const other = await newTeacher(product.url);

    for (const ending of ['', '/word.docx', '/talk.chat', '/talk.csv', '/talk.transcript', '/xapi.json', '/erase']) {
      const reply = await other.get(`${address}${ending}`);
      const stranger = await fetch(`${product.url}${address}${ending}`);

      expect([reply.status, stranger.status]).toEqual([404, 404]);
      expect(await reply.text()).not.toContain(CANARY);
    }
    expect(await textOf(await other.get('/mine'))).toContain('Nog geen oefeningen');
  });

  it('P10 gives everything of this teacher and nothing of another', async () => {
    const { teacher } = await aTeacherWithATalk();
    const other = await newTeacher(product.url);

    for (const file of ['rehearsals.csv', 'xapi.json', 'data.json']) {
      expect((await teacher.get(`/mine/all/${file}`)).status).toBe(200);
      expect(await (await other.get(`/mine/all/${file}`)).text()).not.toMatch(/zywxqding|Buitengesloten/u);
    }
    expect(await (await teacher.get('/mine/all/data.json')).text()).toContain(CANARY);
  });

  it('takes no cookie that was made elsewhere', async () => {
    const { teacher, address } = await aTeacherWithATalk();
    const forged = teacher.cookie.replace(/\.[^.;]+;/u, '.AAAA;');

    const reply = await fetch(`${product.url}${address}`, { headers: { cookie: forged } });

    expect(reply.status).toBe(404);
  });

  it('lets nobody erase what is not theirs', async () => {
    const { teacher, address } = await aTeacherWithATalk();
    const other = await newTeacher(product.url);

    const refused = await other.press(`${address}/erase`);

    expect(refused.status).toBe(404);
    expect((await teacher.get(address)).status).toBe(200);
  });

  it('W12 lets no other site erase in the name of a teacher', async () => {
    const { teacher, address } = await aTeacherWithATalk();

    const replies = await Promise.all([
      teacher.press(`${address}/erase`, { origin: 'https://evil.example' }),
      teacher.press('/mine/erase', { origin: 'null', 'sec-fetch-site': 'cross-site' }),
    ]);

    expect(replies.map(({ status }) => status)).toEqual([403, 403]);
    expect((await teacher.get(address)).status).toBe(200);
  });

  it('W12 changes nothing when it is only looked at', async () => {
    const { teacher, address } = await aTeacherWithATalk();

    for (const path of [`${address}/erase`, '/mine/erase', '/mine/promises/x/done']) await teacher.get(path);

    expect((await teacher.get(address)).status).toBe(200);
  });
});

describe('taking a rehearsal along', () => {
  it.each([
    ['word.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', /^PK/u],
    ['talk.chat', 'text/plain; charset=utf-8', /^user=Leerkracht\nbot=Moeder van Sam\n\n/u],
    ['talk.csv', 'text/csv; charset=utf-8', /^\uFEFF?"Beurt"/u],
    ['talk.transcript', 'application/json; charset=utf-8', /^\[/u],
    ['xapi.json', 'application/json; charset=utf-8', /^\[/u],
  ])('W11 comes as %s under a name that we made', async (file, type, begins) => {
    const { teacher, address } = await aTeacherWithATalk();

    const reply = await teacher.get(`${address}/${file}`);

    expect(reply.headers.get('content-type')).toBe(type);
    expect(reply.headers.get('content-disposition')).toMatch(/^attachment; filename="op-een-lijn-[a-z0-9.-]+"$/u);
    expect(await reply.text()).toMatch(begins);
  });

  it('has in its transcript everything from the first word up to and with the debrief', async () => {
    const { teacher, address } = await aTeacherWithATalk();
    await teacher.say('tip');

    const activities = await (await teacher.get(`${address}/talk.transcript`)).json();

    const said = (activities as { text: string; from: { role: string } }[]).filter(({ from }) => from.role === 'user');
    expect(said.map(({ text }) => text)).toEqual(A_TALK);
    expect(JSON.stringify(activities)).toContain('Per tip, met je eigen woorden');
  });

  it('L09 makes one file at a time for a teacher', async () => {
    const { teacher } = await aTeacherWithATalk();

    const replies = await Promise.all(Array.from({ length: 20 }, () => teacher.get('/mine/all/data.json')));

    const statuses = replies.map(({ status }) => status);
    expect(statuses.every((status) => status === 200 || status === 429)).toBe(true);
    expect(statuses).toContain(200);
    expect((await teacher.get('/mine/all/data.json')).status).toBe(200);
  });
});

describe('letting go', () => {
  it('erases one rehearsal: page, files, its part of the chat; and leaves proof', async () => {
    const { teacher, address } = await aTeacherWithATalk();

    const sure = await textOf(await teacher.get(`${address}/erase`));
    const erased = await teacher.press(`${address}/erase`);

    expect(sure).toContain('Deze oefening wissen?');
    expect([erased.status, erased.headers.get('location')]).toEqual([303, '/mine?erased=1']);
    expect((await teacher.get(address)).status).toBe(404);
    expect(await textOf(await teacher.get('/mine?erased=1'))).toMatch(
      /Bewijs van wissen .*oefeningen \(1\) en berichten \(\d+\)/u,
    );
    expect((await teacher.comeBack()).join('\n')).not.toContain(CANARY);
    expect(await (await teacher.get('/mine/all/data.json')).text()).not.toContain(CANARY);
  });

  it('leaves the other rehearsals, and the chat goes on', async () => {
    const { teacher, address } = await aTeacherWithATalk();
    await teacher.say('oefenen 2', 'Wat naar voor u.', 'stop', 'gelijk');

    await teacher.press(`${address}/erase`);
    await teacher.say('help');

    expect(await addressesOn(await teacher.get('/mine'))).toHaveLength(1);
    expect((await teacher.comeBack()).at(-1)).toContain('Dit kun je altijd typen');
  });

  it('P05 erases everything: no word of it is left in any file of the database', async () => {
    const teacher = await newTeacher(product.url);
    await teacher.say('oefenen 1', 'Wat naar voor u. Qwyxzand huilt.', 'stop', 'rustiger');
    const [address = ''] = await addressesOn(await teacher.get('/mine'));
    await teacher.say('terugblik', 'Qwyxzand', 'klaar');

    const erased = await teacher.press('/mine/erase');

    const files = await readdir(folder);
    const contents = await Promise.all(
      files.filter((name) => name.includes('.db')).map((name) => readFile(join(folder, name), 'latin1')),
    );
    expect(erased.status).toBe(303);
    expect((await teacher.get(address)).status).toBe(404);
    expect(contents.length).toBeGreaterThan(0);
    expect(contents.join('')).not.toContain('Qwyxzand');
    expect(await textOf(await teacher.get('/mine'))).toContain('Bewijs van wissen');
  });
});

describe('promises on the page', () => {
  it('are shown with their day, and are gone from the list once done', async () => {
    const teacher = await newTeacher(product.url);
    await teacher.say('terugblik', 'Maandag', ...Array.from({ length: 8 }, () => 'overslaan'));
    await teacher.say('Ik bel vandaag terug', 'Dat was het', 'klaar');

    const html = await (await teacher.get('/mine')).text();
    const [, action = ''] = /action="(\/mine\/promises\/[^"]+\/done)"/u.exec(html) ?? [];
    const pressed = await teacher.press(action);

    expect(html).toContain('Ik bel vandaag terug');
    expect(html).toContain('vandaag of eerder');
    expect(pressed.status).toBe(303);
    expect(await textOf(await teacher.get('/mine'))).toContain('Nagekomen: 1');
  });

  it('come up once when the teacher opens the chat again, and not a second time that day', async () => {
    const teacher = await newTeacher(product.url);
    await teacher.say('terugblik', 'Maandag', ...Array.from({ length: 8 }, () => 'overslaan'));
    await teacher.say('Ik bel vandaag terug', 'Dat was het', 'klaar');

    await teacher.comeBack();
    const said = await teacher.comeBack();

    expect(said.filter((text) => text.includes('Fijn dat je er weer bent'))).toHaveLength(1);
  });

  it('of another teacher cannot be settled', async () => {
    const teacher = await newTeacher(product.url);
    const other = await newTeacher(product.url);
    await teacher.say('terugblik', 'Maandag', ...Array.from({ length: 8 }, () => 'overslaan'));
    await teacher.say('Ik bel vandaag terug', 'Dat was het', 'klaar');
    const html = await (await teacher.get('/mine')).text();
    const [, action = ''] = /action="(\/mine\/promises\/[^"]+\/done)"/u.exec(html) ?? [];

    expect((await other.press(action)).status).toBe(404);
  });
});
