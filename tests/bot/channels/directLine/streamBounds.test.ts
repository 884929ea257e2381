import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { comeBack, Listener, listen, oneTo } from './listener.ts';
import { heard, open, say, startService, type TestService } from './testService.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService({
    limits: { postsPerTenSeconds: 2000, tokensPerMinute: 1000, refusedUpgradesPerMinute: 1000 },
  });
});
afterAll(async () => {
  await service[Symbol.asyncDispose]();
});

describe('a socket that misbehaves', () => {
  const ready = async (from: TestService = service) => (await listen(from.url, await from.newTeacher())).has(1);

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
    const listener = await (await listen(service.url, teacher)).has(1);
    listener.socket.pause();
    const raw = rawSocketOf(listener);
    const broken = new Promise((resolve) => raw.on('error', resolve).on('close', resolve));

    let said = 0;
    for (; said < 400; said++) await say(service.url, teacher, '[groot]');
    listener.socket.resume();
    await broken;
    const received = listener.numbers;
    const watermark = Number(listener.watermarks.at(-1));
    const back = await comeBack(service.url, teacher, watermark);
    await back.has(2 * said + 1 - watermark);
    back.socket.terminate();

    expect(received.length).toBeLessThan(2 * said);
    expect([...received, ...back.numbers]).toEqual(oneTo(2 * said + 1));
  });
});

describe('many sockets', () => {
  it('D21 of one teacher are capped at ten', async () => {
    const teacher = await service.newTeacher();
    const listeners = await Promise.all(oneTo(10).map(() => listen(service.url, teacher)));
    await Promise.all(listeners.map((listener) => listener.has(1)));

    const eleventh = await (await listen(service.url, teacher)).ended;
    listeners[0]?.socket.terminate();
    await listeners[0]?.ended;
    const again = await (await listen(service.url, teacher)).has(1);
    for (const { socket } of [...listeners, again]) socket.terminate();

    expect(eleventh).toBe(429);
    expect(again.texts).toEqual(['Welkom!']);
  });

  it('D21 of one address are capped', async () => {
    await using small = await startService({ limits: { socketsPerAddress: 2 } });
    const first = await (await listen(small.url, await small.newTeacher())).has(1);
    const second = await (await listen(small.url, await small.newTeacher())).has(1);

    const third = await listen(small.url, await small.newTeacher());

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
function rawSocketOf({ socket }: Listener): Socket {
  return (socket as unknown as { _socket: Socket })._socket;
}
