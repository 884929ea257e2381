import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { head, jsonPost, sendRaw } from './rawHttp.ts';
import { echoRoute, startServer, type TestServer } from './testServer.ts';

let running: TestServer;
beforeAll(async () => {
  running = await startServer({ routes: [echoRoute] });
});
afterAll(() => running.server.close());

const post = (body: string | Buffer, type = 'application/json') =>
  fetch(`${running.url}/echo`, { method: 'POST', headers: { 'content-type': type }, body });

describe('a body', () => {
  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"'])(
    'of type %s is read',
    async (type) => {
      const reply = await post('{"a":"bë"}', type);

      expect(await reply.json()).toEqual({ got: { a: 'bë' } });
    },
  );

  it.each([
    'text/plain',
    'application/xml',
    'application/octet-stream',
    'application/json; charset=utf-16',
    'application/jsonp',
    'application/x-www-form-urlencoded',
  ])('M18 of type %s is refused', async (type) => {
    const reply = await post('{}', type);

    expect(reply.status).toBe(415);
  });

  it('M18 without a type is refused', async () => {
    const reply = await sendRaw(running.port, `${head('POST /echo', running.port, 'Content-Length: 2')}{}`);

    expect(reply.status).toBe(415);
  });

  it('M26 in multiple parts is refused', async () => {
    const form = new FormData();
    form.append('file', new Blob(['x']), 'x.txt');

    const reply = await fetch(`${running.url}/echo`, { method: 'POST', body: form });

    expect(reply.status).toBe(415);
  });

  it('that is empty counts as none', async () => {
    const reply = await fetch(`${running.url}/echo`, { method: 'POST' });

    expect(await reply.json()).toEqual({ got: 'nothing' });
  });

  it.each(['{"a":', '{"secret":"Noor', 'Noor', '{a:1}', ' '])(
    'M04 of broken JSON is refused in our words',
    async (body) => {
      const reply = await post(body);
      const text = await reply.text();

      expect(reply.status).toBe(400);
      expect(text).toContain('The body is not JSON in UTF-8.');
      expect(text).not.toContain('Noor');
    },
  );

  it.each([
    ['invalid UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
    ['an overlong NUL', Buffer.from([0x22, 0xc0, 0x80, 0x22])],
    ['UTF-16 with its mark', Buffer.from('\ufeff{"a":1}', 'utf16le')],
    ['UTF-16', Buffer.from('{"a":1}', 'utf16le')],
    ['a byte order mark', Buffer.from('\ufeff{"a":1}')],
  ])('M05 in %s is refused', async (_, body) => {
    const reply = await post(body);

    expect(reply.status).toBe(400);
  });

  it('M06 of 100,000 nested arrays is refused', async () => {
    const open = await post('['.repeat(100_000));
    const closed = await post(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);

    expect([open.status, closed.status]).toEqual([400, 400]);
  });

  it('M14 of 64 KiB is read, and one byte more is not', async () => {
    const largest = await post(`"${'x'.repeat(65_534)}"`);
    const larger = await post(`"${'x'.repeat(65_535)}"`);

    expect([largest.status, larger.status]).toEqual([200, 413]);
  });

  it('M14 of 1 MB is answered before it is in', async () => {
    const reply = await sendRaw(running.port, jsonPost('/echo', running.port, `"${'x'.repeat(1_000_000)}"`));

    expect(reply.status).toBe(413);
  });

  it('M14 of 50 MB is cut off, not swallowed', async () => {
    const length = 50_000_000;
    const socket = connect(running.port, '127.0.0.1');
    const closed = new Promise((resolve) =>
      socket
        .on('error', () => undefined)
        .resume()
        .on('close', resolve),
    );
    const piece = Buffer.alloc(100_000, 'x');

    socket.write(head('POST /echo', running.port, 'Content-Type: application/json', `Content-Length: ${length}`));
    for (let sent = 0; sent < length && !socket.destroyed; sent += piece.length) {
      if (!socket.write(piece)) await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closed]);
    }
    await closed;

    expect(socket.bytesWritten - socket.writableLength).toBeLessThan(20_000_000);
  });

  it('that breaks off leaves the server well', async () => {
    const socket = connect(running.port, '127.0.0.1', () => {
      socket.write(jsonPost('/echo', running.port, '{"a":1}').subarray(0, -3));
      setTimeout(() => socket.destroy(), 20);
    });
    await new Promise((resolve) => socket.on('close', resolve));

    const reply = await post('{}');

    expect(reply.status).toBe(200);
  });
});
