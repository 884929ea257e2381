import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { call, heard, Listener, open, say, startService, type Teacher, type TestService } from './testService.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService({
    limits: { postsPerTenSeconds: 2000, tokensPerMinute: 1000, refusedUpgradesPerMinute: 1000 },
  });
});
afterAll(async () => {
  await service[Symbol.asyncDispose]();
});

const listen = async (teacher: Teacher, from: TestService = service) =>
  new Listener((await open(from.url, teacher)).streamUrl);
const comeBack = async (teacher: Teacher, watermark: number, from: TestService = service) => {
  const reply = await call(from.url, `/conversations/${teacher.conversationId}?watermark=${watermark}`, teacher.token);
  return new Listener(((await reply.json()) as { streamUrl: string }).streamUrl);
};
const numbers = (listener: Listener) => listener.activities.map(({ id }) => Number(id.split('|')[1]));
const oneTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('the stream', () => {
  it('brings the welcome, the teacher’s own words and the answer', async () => {
    const teacher = await service.newTeacher();
    const listener = await listen(teacher);

    await say(service.url, teacher, 'hoi', { channelData: { clientActivityID: 'a1' } });
    await listener.has(3);
    listener.socket.terminate();

    expect(listener.texts).toEqual(['Welkom!', 'hoi', 'Je zei: hoi']);
    expect(listener.activities[1]?.channelData).toEqual({ clientActivityID: 'a1' });
    expect(listener.watermarks.at(-1)).toBe('3');
  });

  it('Q16 brings exactly what came after the watermark', async () => {
    const teacher = await service.newTeacher();
    for (const word of ['een', 'twee', 'drie']) await say(service.url, teacher, word);

    const listener = await (await comeBack(teacher, 3)).has(4);
    listener.socket.terminate();

    expect(listener.texts).toEqual(['twee', 'Je zei: twee', 'drie', 'Je zei: drie']);
  });

  it('Q16 brings a long history whole, while more is being said', async () => {
    const teacher = await service.newTeacher();
    for (let turn = 0; turn < 60; turn++) await say(service.url, teacher, `zin ${turn}`);

    const listener = await comeBack(teacher, 0);
    for (let turn = 60; turn < 80; turn++) await say(service.url, teacher, `zin ${turn}`);
    await listener.has(161);
    listener.socket.terminate();

    expect(numbers(listener)).toEqual(oneTo(161));
  });

  it('Q17 does not wait for a watermark that was never given', async () => {
    const { conversationId, token } = await service.newTeacher();

    const reply = await call(service.url, `/conversations/${conversationId}?watermark=-1`, token);

    expect(reply.status).toBe(400);
  });

  it('Q18 cut again and again loses nothing', async () => {
    const teacher = await service.newTeacher();
    const received: number[] = [];
    let watermark = 0;

    for (let cut = 0; cut < 100; cut++) {
      const listener = await comeBack(teacher, watermark);
      const saying = say(service.url, teacher, `zin ${cut}`);
      await listener.has(1 + (cut % 2));
      listener.socket.terminate();
      await saying;
      received.push(...numbers(listener));
      watermark = Number(listener.watermarks.at(-1) ?? watermark);
    }
    const last = await comeBack(teacher, watermark);
    await last.has(201 - watermark);
    last.socket.terminate();

    expect([...received, ...numbers(last)]).toEqual(oneTo(201));
  });

  it('Q19 goes to phone and laptop alike', async () => {
    const teacher = await service.newTeacher();
    const listeners = [await listen(teacher), await listen(teacher)];

    await say(service.url, teacher, 'hoi');
    await Promise.all(listeners.map((listener) => listener.has(3)));
    for (const { socket } of listeners) socket.terminate();

    expect(listeners.map(numbers)).toEqual([oneTo(3), oneTo(3)]);
  });

  it('brings only this teacher’s conversation', async () => {
    const listener = await listen(await service.newTeacher());
    const other = await service.newTeacher();

    await say(service.url, other, 'geheim');
    await listener.has(1);
    listener.socket.terminate();

    expect(listener.texts).toEqual(['Welkom!']);
  });

  it('says goodbye when the server stops', async () => {
    await using stopping = await startService();
    const listener = await (await listen(await stopping.newTeacher(), stopping)).opened();

    await stopping.restart();

    expect(await listener.ended).toBe(1001);
  });

  it('finds in the log what another instance added', async () => {
    const silent = { publish: () => undefined, subscribe: () => () => undefined };
    await using slow = await startService({ feed: silent, limits: { pingSeconds: 0.05 } });
    const teacher = await slow.newTeacher();
    const listener = await (await listen(teacher, slow)).has(1);

    await say(slow.url, teacher, 'hoi');
    await listener.has(3);
    listener.socket.terminate();

    expect(numbers(listener)).toEqual(oneTo(3));
  });

  it('ends with the session, twelve hours after it began', async () => {
    await using old = await startService({ limits: { pingSeconds: 0.05 } });
    const listener = await (await listen(await old.newTeacher(), old)).has(1);

    old.pass(12 * 3600);

    expect(await listener.ended).toBe(1008);
  });
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

describe('a socket that misbehaves', () => {
  const ready = async (from: TestService = service) => (await listen(await from.newTeacher(), from)).has(1);

  it('D16 with a frame over 64 KiB is closed', async () => {
    const listener = await ready();

    listener.socket.send('x'.repeat(64 * 1024 + 1));

    expect(await listener.ended).toBe(1009);
  });

  it('D16 with a frame that claims 100 MB is closed at once', async () => {
    const listener = await ready();
    const head = Buffer.from([0x81, 0xff, 0, 0, 0, 0, 0x06, 0x40, 0, 0, 1, 2, 3, 4]);

    rawSocketOf(listener).write(head);

    expect(await listener.ended).toBe(1009);
  });

  it('D16 with a million fragments of a byte is closed', async () => {
    const listener = await ready();
    const raw = rawSocketOf(listener);
    const fragment = Buffer.from([0x00, 0x81, 1, 2, 3, 4, 0x79]);

    raw.write(Buffer.from([0x01, 0x81, 1, 2, 3, 4, 0x79]));
    raw.write(Buffer.alloc(1_000_000 * fragment.length, fragment));

    expect(await listener.ended).toBe(1008);
  });

  it('D17 gets no compression, also when it asks', async () => {
    const { streamUrl } = await open(service.url, await service.newTeacher());
    const socket = new WebSocket(streamUrl, { origin: service.url, perMessageDeflate: true });

    await new Promise((resolve) => socket.once('open', resolve));

    expect(socket.extensions).toBe('');
    socket.terminate();
  });

  it('D18 with invalid UTF-8 is closed', async () => {
    const listener = await ready();

    rawSocketOf(listener).write(Buffer.from([0x81, 0x81, 0, 0, 0, 0, 0xff]));

    expect(await listener.ended).toBe(1007);
  });

  it('D19 that pings without end is closed', async () => {
    const listener = await ready();

    for (let ping = 0; ping < 200; ping++) listener.socket.ping();

    expect(await listener.ended).toBe(1008);
  });

  it('D19 that talks without end is closed', async () => {
    const listener = await ready();

    for (let message = 0; message < 200; message++) listener.socket.send('');

    expect(await listener.ended).toBe(1008);
  });

  it('that no longer answers pings is given up', async () => {
    await using quick = await startService({ limits: { pingSeconds: 0.1 } });
    const { streamUrl } = await open(quick.url, await quick.newTeacher());
    const deaf = new WebSocket(streamUrl, { origin: quick.url, autoPong: false });

    const code = await new Promise((resolve) => deaf.on('close', resolve));

    expect(code).toBe(1006);
  });

  it('D20 that never reads is closed, and gets everything when it comes back', async () => {
    const teacher = await service.newTeacher();
    const listener = await (await listen(teacher)).has(1);
    listener.socket.pause();
    const raw = rawSocketOf(listener);
    const broken = new Promise((resolve) => raw.on('error', resolve).on('close', resolve));

    let said = 0;
    for (; said < 400; said++) await say(service.url, teacher, '[groot]');
    listener.socket.resume();
    await broken;
    const received = numbers(listener);
    const watermark = Number(listener.watermarks.at(-1));
    const back = await comeBack(teacher, watermark);
    await back.has(2 * said + 1 - watermark);
    back.socket.terminate();

    expect(received.length).toBeLessThan(2 * said);
    expect([...received, ...numbers(back)]).toEqual(oneTo(2 * said + 1));
  });
});

describe('many sockets', () => {
  it('D21 of one teacher are capped at ten', async () => {
    const teacher = await service.newTeacher();
    const listeners = await Promise.all(oneTo(10).map(() => listen(teacher)));
    await Promise.all(listeners.map((listener) => listener.has(1)));

    const eleventh = await (await listen(teacher)).ended;
    listeners[0]?.socket.terminate();
    await listeners[0]?.ended;
    const again = await (await listen(teacher)).has(1);
    for (const { socket } of [...listeners, again]) socket.terminate();

    expect(eleventh).toBe(429);
    expect(again.texts).toEqual(['Welkom!']);
  });

  it('D21 of one address are capped', async () => {
    await using small = await startService({ limits: { socketsPerAddress: 2 } });
    const first = await (await listen(await small.newTeacher(), small)).has(1);
    const second = await (await listen(await small.newTeacher(), small)).has(1);

    const third = await listen(await small.newTeacher(), small);

    expect(await third.ended).toBe(429);
    for (const { socket } of [first, second]) socket.terminate();
  });

  it('D21 without a ticket soon get one answer only', async () => {
    await using guarded = await startService({ limits: { refusedUpgradesPerMinute: 3 } });
    const { streamUrl } = await open(guarded.url, await guarded.newTeacher());
    const statuses: number[] = [];

    for (let tries = 0; tries < 5; tries++) statuses.push(await new Listener(`${streamUrl}${tries}`).ended);

    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    expect((await new Listener(streamUrl).has(1)).texts).toEqual(['Welkom!']);
  });

  it('that break off in their handshake leave the server well', async () => {
    const { streamUrl } = await open(service.url, await service.newTeacher());
    const start = `GET ${streamUrl} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;

    for (let tries = 0; tries < 20; tries++) {
      const socket = connect(service.port, '127.0.0.1', () => socket.write(start, () => socket.resetAndDestroy()));
      await new Promise((resolve) => socket.on('close', resolve));
    }

    expect((await heard(service.url, await service.newTeacher())).activities).toEqual([]);
  });
});

/** The TCP socket under a client's WebSocket, to send what no WebSocket library would. */
function rawSocketOf({ socket }: Listener): import('node:net').Socket {
  return (socket as unknown as { _socket: import('node:net').Socket })._socket;
}
