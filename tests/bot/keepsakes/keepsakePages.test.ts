import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { HttpReply } from '../../../bot/http/route.ts';
import { keepsakePages } from '../../../bot/keepsakes/keepsakePages.ts';
import type { JsonObject } from '../../../bot/ports.ts';
import type { Keepsake } from '../../../dialogs/keepsakes/keepsake.ts';
import { theContent } from '../../theContent.ts';
import { aKeepsake } from './aKeepsake.ts';

const { messages } = theContent();
const ID = '0b6f7c1e-7c39-4a7e-9d3c-1f2e3d4c5b6a';
const OTHER = '11111111-7c39-4a7e-9d3c-1f2e3d4c5b6a';

/** The pages over one keepsake, and what was looked up in the store. */
function pages(changes: Partial<Keepsake> = {}) {
  const asked: string[] = [];
  const keepsakes = {
    read: (_tenant: string, id: string) => {
      asked.push(id);
      return Promise.resolve(id === ID ? (aKeepsake(changes) as unknown as JsonObject) : null);
    },
  };
  const routes = keepsakePages({ keepsakes, tenants: ['board', 'local'], messages, retentionDays: 90 });
  const get = async (ending: string, id = ID, language = 'en'): Promise<HttpReply> => {
    const route = routes.find(({ path }) => path === `/keep/:id${ending}`);
    if (!route) throw new Error(`No route for ${ending}`);
    return route.handle({
      method: 'GET',
      url: '/',
      params: { id },
      query: new URLSearchParams(),
      headers: { 'accept-language': language },
      body: undefined,
      ip: '192.0.2.1',
      isSecure: false,
    });
  };
  return { get, asked };
}

describe('the page of a keepsake', () => {
  it('is in the language it was made in, whatever the browser wishes', async () => {
    const reply = await pages().get('');

    expect(reply.status).toBe(200);
    expect(reply.headers).toMatchObject({ 'content-language': 'nl' });
    expect(String(reply.body)).toContain('<html lang="nl">');
  });

  it('is kept by no cache, found by no search engine, and tells nobody where the reader came from', async () => {
    for (const ending of ['', '/word.docx', '/calendar.ics']) {
      const { headers } = await pages({ events: [{ title: 'A', start: '2026-09-22', minutes: 30 }] }).get(ending);

      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' });
    }
    expect((await pages().get('')).headers).toMatchObject({ 'referrer-policy': 'no-referrer' });
  });

  it('allows its own style by hash and nothing else', async () => {
    const { headers = {}, body } = await pages().get('');

    const style = /<style>(.*?)<\/style>/s.exec(String(body))?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(String(body)).not.toMatch(/<script| style=| on\w+=/);
  });

  it('shows what was typed as words, never as markup', async () => {
    const { body } = await pages({ title: '<img src=x onerror=alert(1)>' }).get('');

    expect(String(body)).toContain('<h1>&lt;img src=x onerror=alert(1)&gt;</h1>');
    expect(String(body)).not.toContain('<img');
  });

  it('says on which day it was made, by the Dutch clock', async () => {
    const { body } = await pages({ madeAt: '2026-11-23T23:30:00.000Z' }).get('');

    expect(String(body)).toContain('24 november 2026');
  });

  it('offers a calendar only when there is something to put into it', async () => {
    const without = await pages().get('');
    const withEvent = await pages({ events: [{ title: 'A', start: '2026-09-22', minutes: 30 }] }).get('');

    expect(String(without.body)).not.toContain('calendar.ics');
    expect(String(withEvent.body)).toContain(`/keep/${ID}/calendar.ics`);
  });

  it('gives a picture a title and the same in words', async () => {
    const { body } = await pages().get('');

    expect(String(body)).toContain('<title>De driehoek</title>');
    expect(String(body)).toContain('<li>Kind, ouders en school zijn de hoeken.</li>');
  });
});

describe('the files of a keepsake', () => {
  it('are downloads with a name that says what they are', async () => {
    const word = await pages().get('/word.docx');
    const calendar = await pages({ events: [{ title: 'A', start: '2026-09-22', minutes: 30 }] }).get('/calendar.ics');

    expect(word.headers).toMatchObject({ 'content-disposition': 'attachment; filename="op-een-lijn-vision.docx"' });
    expect(calendar.headers).toMatchObject({
      'content-disposition': 'attachment; filename="op-een-lijn-vision.ics"',
      'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
    });
  });

  it('has no calendar when there is nothing to put into one', async () => {
    expect((await pages().get('/calendar.ics')).status).toBe(404);
  });
});

describe('a link that leads nowhere', () => {
  it.each(['', '/word.docx', '/calendar.ics'])(
    'is a page that says so, in the language of the browser (%s)',
    async (ending) => {
      const reply = await pages().get(ending, OTHER);

      expect(reply.status).toBe(404);
      expect(String(reply.body)).toContain('There is nothing here any more');
    },
  );

  it('is not even looked up when it is no id of ours', async () => {
    const { get, asked } = pages();

    await get('', '../../etc/passwd');
    await get('', '1');

    expect(asked).toEqual([]);
  });

  it('is refused for a while after many guesses', async () => {
    const { get } = pages();
    for (let guess = 0; guess < 30; guess++) await get('', OTHER);

    await expect(get('', OTHER)).rejects.toMatchObject({ status: 429 });
  });

  it('keeps nobody who has the right link from reading', async () => {
    const { get } = pages();
    for (let guess = 0; guess < 30; guess++) await get('', OTHER);

    expect((await get('')).status).toBe(200);
  });
});
