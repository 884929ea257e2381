import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '../../../bot/config.ts';
import type { Running } from '../../../bot/serve.ts';
import { start } from '../../../bot/start.ts';
import { sharedCache } from '../../theContent.ts';
import { type HeadlessTeacher, newTeacher } from '../mine/teacher.ts';
import { wordsOf } from './browsing.ts';

const TALK = ['oefenen 1', 'Wat naar voor u.', 'Ach, dat waait wel over.', 'Wat merkt u thuis?', 'stop', 'rustiger'];

/** The whole product of one school without accounts: a teacher's chat, and a coach who came by the link. */
describe('a review in the chat', () => {
  let product: Running;
  let folder: string;
  let coachCookie: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'coach-chat-'));
    product = await start(readConfig({ PORT: '0', DATA_DIR: folder, CACHE_DIR: sharedCache(), LOG_LEVEL: 'silent' }));
    const link = product.coachLink ?? '';
    const welcomed = await fetch(link, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: product.url, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ name: 'Kim' }),
    });
    coachCookie = `${welcomed.headers.get('set-cookie')?.split(';')[0]}; lang=nl`;
  }, 90_000);
  afterAll(async () => {
    await product?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const get = async (path: string, cookie: string) =>
    (await fetch(`${product.url}${path}`, { headers: { cookie }, redirect: 'manual' })).text();
  const submit = async (page: string, action: string, cookie: string, fields: Readonly<Record<string, string>>) => {
    const [, form = ''] = /name="form" value="([^"]+)"/u.exec(await get(page, cookie)) ?? [];
    return fetch(`${product.url}${action}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: product.url, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ form, ...fields }),
    });
  };
  /** A teacher whose newest rehearsal Kim has reviewed. */
  const reviewed = async (before: readonly string[] = []) => {
    const teacher = await newTeacher(product.url);
    await teacher.say(...TALK);
    const [, address = ''] =
      /href="(\/mine\/rehearsals\/[0-9a-f-]{36})"/u.exec(await get('/mine', teacher.cookie)) ?? [];
    const [, coach = ''] = /<option value="(coach_[^"]+)"/u.exec(await get(`${address}/share`, teacher.cookie)) ?? [];
    await submit(`${address}/share`, `${address}/share`, teacher.cookie, { coach, name: 'Anne' });
    const [, page = ''] = /href="(\/coach\/shares\/[0-9a-f-]{36})"/u.exec(await get('/coach', coachCookie)) ?? [];
    await teacher.say(...before);
    await submit(page, `${page}/comments`, coachCookie, { turn: '2', text: 'Hier maakte je het kleiner.' });
    await submit(page, `${page}/send`, coachCookie, { strength: 'Je luisterde.', try: 'Vraag door.' });
    return { teacher, address, page };
  };
  const toMoment = (teacher: HeadlessTeacher, address: string) =>
    submit(address, `${address}/moment`, teacher.cookie, { turn: '2' });

  it('is told of when the chat opens, with the way to the page and none of the coach’s words', async () => {
    const { teacher, address } = await reviewed();

    const said = await teacher.comeBack();

    const [told = ''] = said.filter((text) => text.includes('Kim heeft meegekeken'));
    expect(told).toContain(`${address}#reviews`);
    expect(said.join()).not.toContain('Hier maakte je het kleiner');
    expect(wordsOf(await get(address, teacher.cookie))).toContain('Hier maakte je het kleiner.');
  });

  it('does not break into a talk: it is told of when the teacher comes back', async () => {
    const { teacher } = await reviewed(['oefenen 2', 'Goedemiddag, gaat u zitten.']);
    const during = await teacher.comeBack();
    const again = await teacher.comeBack();

    expect(during.filter((text) => text.includes('Kim heeft meegekeken'))).toHaveLength(1);
    expect(again.filter((text) => text.includes('Kim heeft meegekeken'))).toHaveLength(1);
  });

  it('leads back to the very moment: the talk goes on from there, and the finished one stays as it was', async () => {
    const { teacher, address } = await reviewed();

    const reply = await toMoment(teacher, address);
    const back = await teacher.comeBack();
    await teacher.say('Dat moet moeilijk zijn geweest.', 'stop', 'rustiger');
    const rehearsals = await get('/mine', teacher.cookie);

    expect([reply.status, reply.headers.get('location')]).toEqual([303, '/']);
    expect(back.some((text) => text.includes('net voor wat je bij beurt 2 zei'))).toBe(true);
    expect(new Set(rehearsals.match(/\/mine\/rehearsals\/[0-9a-f-]{36}/gu)).size).toBe(2);
    expect(wordsOf(await get(address, teacher.cookie))).toContain('Ach, dat waait wel over.');
  });

  it('leaves a talk that goes on alone when a moment of another is asked for', async () => {
    const { teacher, address } = await reviewed();
    await teacher.say('oefenen 2', 'Goedemiddag, gaat u zitten.');

    await toMoment(teacher, address);
    const said = await teacher.comeBack();

    expect(said.some((text) => text.includes('Er loopt nog een gesprek'))).toBe(true);
    expect(said.some((text) => text.includes('net voor wat je bij beurt 2 zei'))).toBe(false);
  });

  it('is gone with the rehearsal, from the coach too', async () => {
    const { teacher, address, page } = await reviewed();

    await teacher.press(`${address}/erase`);

    expect(wordsOf(await get(page, coachCookie))).toContain('Hier staat niets');
    expect(await get('/coach?part=reviewed', coachCookie)).not.toContain(page);
  });
});
