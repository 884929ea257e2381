import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { HttpReply, HttpRequest, Route } from '../../../bot/http/route.ts';
import { webPages } from '../../../bot/webPages.ts';
import { pageMessages } from '../../web/pageMessages.ts';

const HOST = 'localhost:3978';

const textOf = (reply: HttpReply | undefined) => Buffer.from((reply?.body ?? '') as Uint8Array).toString();

describe('the addresses of the chat page', () => {
  let routes: readonly Route[];

  beforeAll(() => {
    routes = webPages({ messages: pageMessages(), retentionDays: 30 });
  });

  const get = async (path: string, headers: Record<string, string> = {}, query = ''): Promise<HttpReply> => {
    const request: HttpRequest = {
      method: 'GET',
      url: '/',
      params: {},
      query: new URLSearchParams(query),
      headers: { host: HOST, ...headers },
      body: undefined,
      ip: '127.0.0.1',
      isSecure: false,
    };
    const route = routes.find((candidate) => candidate.path === path);
    return route ? route.handle(request) : { status: 404 };
  };
  const page = async (headers?: Record<string, string>, query?: string) => textOf(await get('/', headers, query));
  const policyOf = ({ headers }: HttpReply) => String(headers?.['content-security-policy']);
  const webChat = () => routes.map(({ path }) => path).find((path) => path.endsWith('/webchat.js')) ?? '';

  it('W15 allows no inline script or style, no eval, and nothing from elsewhere', async () => {
    const policy = policyOf(await get('/'));

    expect(policy).not.toMatch(/unsafe|https:|\*/);
    for (const kind of ['default-src', 'base-uri', 'object-src', 'form-action', 'frame-ancestors']) {
      expect(policy).toContain(`${kind} 'none'`);
    }
  });

  it('W15 gives every reply a nonce of its own', async () => {
    const replies = await Promise.all([get('/'), get('/')]);
    const nonces = replies.map((reply) => /'nonce-([^']+)'/.exec(policyOf(reply))?.[1]);

    expect(new Set(nonces).size).toBe(2);
    expect(textOf(replies[0])).toContain(`nonce="${nonces[0]}"`);
  });

  it('W14 lets nobody frame the page', async () => {
    expect(policyOf(await get('/'))).toContain("frame-ancestors 'none'");
  });

  it('W21 puts no strange Host header into the policy', async () => {
    const policy = policyOf(await get('/', { host: "evil.example; script-src 'unsafe-inline'" }));

    expect(policy).toContain("connect-src 'self';");
  });

  it('W04 writes what it shows as text, never as markup', async () => {
    const routesOfOddTexts = webPages({ messages: pageMessages({ title: '"><img src=x>' }), retentionDays: 30 });
    const reply = await routesOfOddTexts[0]?.handle({
      method: 'GET',
      url: '/',
      params: {},
      query: new URLSearchParams(),
      headers: {},
      body: undefined,
      ip: '',
      isSecure: false,
    });

    expect(textOf(reply)).not.toContain('<img src=x>');
  });

  it('never lets the page itself be kept by a cache', async () => {
    expect((await get('/')).headers).toMatchObject({ 'cache-control': 'no-store' });
  });

  it('names how long texts are kept, as it was set', async () => {
    expect(await page()).toContain('30 dagen');
  });

  it.each([
    ['the address', { 'accept-language': 'nl' }, 'lang=en', 'en'],
    ['the cookie', { cookie: 'a=b; lang=en', 'accept-language': 'nl' }, '', 'en'],
    ['the browser', { 'accept-language': 'fr, en-GB;q=0.8, nl;q=0.5' }, '', 'en'],
    ['the browser, by weight', { 'accept-language': 'en;q=0.5, nl-BE;q=0.9' }, '', 'nl'],
    ['nobody', { 'accept-language': 'fr' }, '', 'nl'],
    ['nonsense', { cookie: 'lang=<script>', 'accept-language': ';;q=x,,' }, 'lang=../..', 'nl'],
  ])('takes the language from %s', async (_, headers, query, lang) => {
    expect(await page(headers, query)).toContain(`<html lang="${lang}">`);
  });

  it('serves every file that the page names', async () => {
    const named = [...(await page()).matchAll(/(?:href|src)="(\/web\/[^"]+)"/g)].map(([, path]) => path ?? '');
    const replies = await Promise.all(named.map((path) => get(path)));

    expect(named.length).toBeGreaterThan(10);
    expect(replies.map(({ status }) => status)).toEqual(named.map(() => 200));
  });

  it('W20 has no address but those on the list', async () => {
    for (const path of ['/web/chat.html', '/web/../package.json', '/web/tsconfig.json', '/.env']) {
      expect(await get(path)).toEqual({ status: 404 });
    }
  });

  it('serves browsers JavaScript, without types', async () => {
    const modules = routes.filter(({ path }) => path.endsWith('.js') && !path.endsWith('webchat.js'));
    const replies = await Promise.all(modules.map(({ path }) => get(path)));

    for (const reply of replies) {
      expect(reply.headers).toMatchObject({ 'content-type': 'text/javascript; charset=utf-8' });
      expect(textOf(reply)).not.toMatch(/^(import type|interface )/m);
      expect(textOf(reply)).not.toMatch(/from '\.[^']*\.ts'/);
    }
  });

  it('lets browsers keep a file for good, as its address changes with its content', async () => {
    const reply = await get(webChat());

    expect(reply.headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable' });
  });

  it('sends nothing again to who has it', async () => {
    const { headers } = await get(webChat());

    const again = await get(webChat(), { 'if-none-match': String(headers?.['etag']) });

    expect(again).toMatchObject({ status: 304 });
    expect(again.body).toBeUndefined();
  });

  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, br;q=0', 'gzip', gunzipSync],
  ])('compresses for a browser that accepts %s', async (accepted, encoding, unpack) => {
    const plain = await get(webChat());
    const packed = await get(webChat(), { 'accept-encoding': accepted });

    expect(packed.headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' });
    expect(unpack(packed.body as Uint8Array).equals(plain.body as Buffer)).toBe(true);
  });

  it('does not start when a text is missing in one language', () => {
    const { nl, en } = pageMessages();

    expect(() => webPages({ messages: { nl, en: { page: { title: 'Only this' } } }, retentionDays: 30 })).toThrow(
      'en: page.about',
    );
    expect(() => webPages({ messages: { nl: {}, en: {} }, retentionDays: 30 })).toThrow('missing');
    expect(en).toBeDefined();
  });
});
