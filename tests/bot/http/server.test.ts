import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HttpError } from '../../../bot/http/httpError.ts';
import type { Route } from '../../../bot/http/route.ts';
import { StorageError } from '../../../bot/ports.ts';
import { echoRoute, startServer, type TestServer } from './testServer.ts';

const page: Route = {
  method: 'GET',
  path: '/page',
  handle: () => ({
    status: 200,
    headers: { 'content-type': 'text/html', 'content-security-policy': "script-src 'self'" },
    body: '<p>hoi',
  }),
};
const thing: Route = { method: 'GET', path: '/things/:id', handle: ({ params }) => ({ status: 200, body: params }) };
const throws = (path: string, error: Error): Route => ({
  method: 'GET',
  path,
  handle: () => Promise.reject(error),
});

let running: TestServer;
beforeAll(async () => {
  running = await startServer({
    routes: [
      echoRoute,
      page,
      thing,
      throws('/bug', new Error('canary Noor')),
      throws('/full', new StorageError('canary Noor')),
      throws('/refused', new HttpError(409, 'Taken', 'Taken already.')),
    ],
  });
});
afterAll(() => running.server.close());

describe('a reply', () => {
  it('C09 names no product and no version', async () => {
    const { headers } = await fetch(`${running.url}/page`);

    expect([...headers.keys()]).not.toEqual(expect.arrayContaining(['server']));
    expect(headers.get('x-powered-by')).toBeNull();
    expect(JSON.stringify([...headers])).not.toMatch(/restify|node|\d+\.\d+\.\d+/i);
  });

  it('forbids everything by default and lets a page say more', async () => {
    const missing = await fetch(`${running.url}/nowhere`);
    const shown = await fetch(`${running.url}/page`);

    expect(missing.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(missing.headers.get('cache-control')).toBe('no-store');
    expect(shown.headers.get('content-security-policy')).toBe("script-src 'self'");
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['https://evil.nl', 'null'])('W25 lets no page of %s read it', async (origin) => {
    const plain = await fetch(`${running.url}/page`, { headers: { origin } });
    const preflight = await fetch(`${running.url}/echo`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });

    expect(plain.headers.get('access-control-allow-origin')).toBeNull();
    expect(preflight.status).toBe(405);
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('to HEAD is the same without its body', async () => {
    const reply = await fetch(`${running.url}/page`, { method: 'HEAD' });

    expect(reply.status).toBe(200);
    expect(await reply.text()).toBe('');
  });
});

describe('a route that fails', () => {
  it('on a bug of ours gives a bare 500', async () => {
    const reply = await fetch(`${running.url}/bug`);

    expect(reply.status).toBe(500);
    expect(await reply.text()).toBe('');
  });

  it('on storage says to try again', async () => {
    const reply = await fetch(`${running.url}/full`);
    const text = await reply.text();

    expect(reply.status).toBe(503);
    expect(reply.headers.get('retry-after')).toBe('5');
    expect(text).toContain('ServiceUnavailable');
    expect(text).not.toContain('canary');
  });

  it('on the caller says what the caller did', async () => {
    const reply = await fetch(`${running.url}/refused`);

    expect(reply.status).toBe(409);
    expect(await reply.json()).toEqual({ error: { code: 'Taken', message: 'Taken already.' } });
  });
});

describe('a slow client', () => {
  it.each([
    ['headers', 'POST /echo HTTP/1.1\r\nHost: localhost\r\n', 'a'],
    [
      'a chunked body',
      'POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
      '1\r\n \r\n',
    ],
  ])('M22 that drips %s is hung up on', async (_, start, drip) => {
    await using slow = await startServer({
      routes: [echoRoute],
      limits: { requestMilliseconds: 200, checkMilliseconds: 50 },
    });
    const socket = connect(slow.port, '127.0.0.1', () => socket.write(start));
    const dripping = setInterval(() => socket.write(drip), 20);

    const closed = await new Promise((resolve) => {
      socket.on('error', () => undefined);
      socket.resume().on('close', () => resolve('closed'));
    });

    clearInterval(dripping);
    expect(closed).toBe('closed');
  });
});

describe('the log', () => {
  it('tells route and status of a reply and no word of the request', async () => {
    const records: unknown[] = [];
    await using watched = await startServer({ routes: [thing], observe: (reply) => records.push(reply) });

    await fetch(`${watched.url}/things/Noor?name=Noor`);

    expect(records).toEqual([{ method: 'GET', route: '/things/:id', status: 200, seconds: expect.any(Number) }]);
  });
});

describe('listening', () => {
  it('fails clearly when the port is taken', async () => {
    const second = startServer({ routes: [], port: running.port });

    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('ends even while a client keeps its connection open', async () => {
    const closing = await startServer({ routes: [page] });
    const socket = connect(closing.port, '127.0.0.1', () => socket.write('GET /pa'));
    socket.on('error', () => undefined);

    await closing.server.close();

    await expect(fetch(`${closing.url}/page`)).rejects.toThrow();
  });
});
