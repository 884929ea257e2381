import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Route } from '../../../bot/http/route.ts';
import { head, jsonPost, sendRaw } from './rawHttp.ts';
import { echoRoute, startServer, type TestServer } from './testServer.ts';

const page: Route = { method: 'GET', path: '/page', handle: () => ({ status: 200, body: '<p>hoi' }) };
const thing: Route = { method: 'GET', path: '/things/:id', handle: ({ params }) => ({ status: 200, body: params }) };

let running: TestServer;
beforeAll(async () => {
  running = await startServer({ routes: [echoRoute, page, thing] });
});
afterAll(() => running.server.close());

describe('an address', () => {
  it.each([
    '/..%2f',
    '/%2e%2e/page',
    '/..\\page',
    '/x/../page',
    '/.env',
    '/.git/config',
    '/page%00',
    '//page',
    '/things/%zz',
    `/things/${'x'.repeat(500)}`,
    '/nowhere',
  ])('W20 like %s is not found', async (path) => {
    const reply = await sendRaw(running.port, head(`GET ${path}`, running.port));

    expect(reply.status).toBe(404);
  });

  it('W23 that is not found is not repeated in the answer', async () => {
    const reply = await sendRaw(running.port, head('GET /nowhere<script>alert(1)</script>', running.port));

    expect(reply.status).toBe(404);
    expect(reply.text).not.toMatch(/script|nowhere/);
  });

  it.each(['TRACE', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'POST'])('W22 of a page does not take %s', async (method) => {
    const reply = await sendRaw(running.port, head(`${method} /page`, running.port, 'Content-Length: 0'));

    expect(reply.status).toBe(405);
    expect(reply.text).toMatch(/\r\nAllow: .*GET/);
  });

  it('gives its parameters decoded', async () => {
    const reply = await fetch(`${running.url}/things/a%20b%C3%AB`);

    expect(await reply.json()).toEqual({ id: 'a bë' });
  });

  it('longer than 2,048 characters is refused', async () => {
    const reply = await sendRaw(running.port, head(`GET /page?${'x'.repeat(3000)}`, running.port));

    expect(reply.status).toBe(414);
  });

  it.each(['http://evil.nl/page', '*', 'page'])('in the form "%s" is refused', async (target) => {
    const reply = await sendRaw(running.port, head(`GET ${target}`, running.port));

    expect(reply.status).toBe(400);
  });
});

describe('the request head', () => {
  it.each(['evil.nl', 'localhost.evil.nl', 'evil.nl:80@localhost', '', 'local host', '[::1', 'localhost:x'])(
    'W21 with Host "%s" is refused',
    async (host) => {
      const reply = await sendRaw(running.port, `GET /page HTTP/1.1\r\nHost: ${host}\r\n\r\n`);

      expect(reply.status).toBe(400);
    },
  );

  it('W21 with two Hosts, or none, is refused', async () => {
    const two = await sendRaw(running.port, head('GET /page', running.port, 'Host: evil.nl'));
    const none = await sendRaw(running.port, 'GET /page HTTP/1.1\r\n\r\n');

    expect([two.status, none.status]).toEqual([400, 400]);
  });

  it('W21 with both a length and chunks is refused', async () => {
    const lines = ['Content-Type: application/json', 'Content-Length: 5', 'Transfer-Encoding: chunked'];

    const reply = await sendRaw(running.port, `${head('POST /echo', running.port, ...lines)}0\r\n\r\n`);

    expect(reply.status).toBe(400);
  });

  it('M23 with 2,500 headers, or a header of 64 kB, is refused', async () => {
    const many = Array.from({ length: 2500 }, () => 'a:1');

    const tooMany = await sendRaw(running.port, head('GET /page', running.port, ...many));
    const tooLarge = await sendRaw(running.port, head('GET /page', running.port, `a: ${'x'.repeat(65_536)}`));

    expect([tooMany.status, tooLarge.status]).toEqual([431, 431]);
  });

  it('may hold one hundred headers and not one more', async () => {
    const lines = Array.from({ length: 99 }, (_, index) => `a${index}: 1`);

    const hundred = await sendRaw(running.port, head('GET /page', running.port, ...lines));
    const more = await sendRaw(running.port, head('GET /page', running.port, ...lines, 'b: 1'));

    expect([hundred.status, more.status]).toEqual([200, 431]);
  });
});

describe('a compressed body', () => {
  it('M19 that is not even compressed is refused, and the server lives on', async () => {
    const reply = await sendRaw(running.port, jsonPost('/echo', running.port, '{}', 'Content-Encoding: gzip'));

    expect(reply.status).toBe(415);
    expect((await fetch(`${running.url}/page`)).status).toBe(200);
  });

  it('M20 that would unpack to hundreds of megabytes is refused unopened', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));

    const reply = await sendRaw(running.port, jsonPost('/echo', running.port, bomb, 'Content-Encoding: gzip'));

    expect(reply.status).toBe(415);
  });

  it.each(['br', 'deflate', 'gzip, gzip', 'identity, gzip', 'x'])('M21 with "%s" is refused', async (encoding) => {
    const reply = await sendRaw(running.port, jsonPost('/echo', running.port, '{}', `Content-Encoding: ${encoding}`));

    expect(reply.status).toBe(415);
  });
});
