import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { Listener } from './listener.ts';
import { call, open, startService, type TestService } from './testService.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService({
    limits: { postsPerTenSeconds: 2000, tokensPerMinute: 1000, refusedUpgradesPerMinute: 1000 },
  });
});
afterAll(async () => {
  await service[Symbol.asyncDispose]();
});

describe('the address of a stream', () => {
  it('D07 is good once', async () => {
    const { streamUrl } = await open(service.url, await service.newTeacher());
    const first = await new Listener(streamUrl).opened();

    const second = new Listener(streamUrl);

    expect(await second.ended).toBe(401);
    first.socket.terminate();
  });

  it('D07 is good for a minute', async () => {
    await using slow = await startService();
    const { streamUrl } = await open(slow.url, await slow.newTeacher());

    slow.pass(60);

    expect(await new Listener(streamUrl).ended).toBe(401);
  });

  it('D02 is good for its own conversation only', async () => {
    const own = await open(service.url, await service.newTeacher());
    const other = await service.newTeacher();
    await open(service.url, other);

    const crossed = new Listener(
      own.streamUrl.replace(/conversations\/[\w-]+/, `conversations/${other.conversationId}`),
    );

    expect(await crossed.ended).toBe(403);
  });

  it('D11 is not replaced by a cookie', async () => {
    const teacher = await service.newTeacher();
    const { streamUrl } = await open(service.url, teacher);
    const { cookie } = teacher;

    const socket = new WebSocket(streamUrl.split('?')[0] ?? '', { origin: service.url, headers: { cookie } });
    const status = await new Promise((resolve) => {
      socket.on('error', () => undefined);
      socket.on('unexpected-response', (_, { statusCode }) => resolve(statusCode));
    });

    expect(status).toBe(401);
  });

  it.each(['https://evil.nl', 'null', ''])('D09 is not for a page of "%s"', async (origin) => {
    const { streamUrl } = await open(service.url, await service.newTeacher());

    expect(await new Listener(streamUrl, origin).ended).toBe(403);
  });

  it.each(['https://app.nl.evil.com', 'https://evilapp.nl', 'http://app.nl', 'https://app.nl:8443'])(
    'D10 of app.nl is not for a page of %s',
    async (origin) => {
      await using site = await startService({ publicUrl: 'https://app.nl' });
      const { streamUrl } = await open(site.url, await site.newTeacher());
      const local = streamUrl.replace('wss://app.nl', `ws://localhost:${site.port}`);

      const refused = new Listener(local, origin);
      const status = await refused.ended;
      const own = await new Listener(local, 'https://app.nl').has(1);
      own.socket.terminate();

      expect(streamUrl).toMatch(/^wss:\/\/app\.nl\//);
      expect(status).toBe(403);
      expect(own.texts).toEqual(['Welkom!']);
    },
  );

  it('is not for a request that is no WebSocket', async () => {
    const { conversationId, token } = await service.newTeacher();

    const reply = await call(service.url, `/conversations/${conversationId}/stream`, token);

    expect(reply.status).toBe(426);
  });

  it.each(['/', '/v3/directline/conversations/x/other', '/healthz'])('is not %s', async (path) => {
    const listener = new Listener(`ws://localhost:${service.port}${path}`);

    expect(await listener.ended).toBe(404);
  });

  it('is not a handshake that makes no sense', async () => {
    const { streamUrl } = await open(service.url, await service.newTeacher());

    const status = await new Promise((resolve) => {
      const headers = {
        connection: 'Upgrade',
        upgrade: 'websocket',
        origin: service.url,
        'sec-websocket-version': '1',
      };
      httpRequest(streamUrl.replace('ws:', 'http:'), { headers }, ({ statusCode }) => resolve(statusCode)).end();
    });

    expect(status).toBe(400);
  });
});
