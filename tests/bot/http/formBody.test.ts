import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formOf } from '../../../bot/http/formBody.ts';
import type { Route } from '../../../bot/http/route.ts';
import { startServer, type TestServer } from './testServer.ts';

const FORM = 'application/x-www-form-urlencoded';
const route: Route = {
  method: 'POST',
  path: '/form',
  takesBody: 'form',
  handle: (request) => ({ status: 200, body: [...formOf(request)] }),
};

let running: TestServer;
beforeAll(async () => {
  running = await startServer({ routes: [route] });
});
afterAll(() => running.server.close());

const post = (body: string | Uint8Array<ArrayBuffer>, type = FORM) =>
  fetch(`${running.url}/form`, { method: 'POST', headers: { 'content-type': type }, body });

describe('a form', () => {
  it('arrives as its fields, in order, with a field that occurs twice', async () => {
    const reply = await post('naam=Z%C3%BCmra+V.&tip=1&tip=3');

    expect(await reply.json()).toEqual([
      ['naam', 'Zümra V.'],
      ['tip', '1'],
      ['tip', '3'],
    ]);
  });

  it('of which nothing was filled in has no fields', async () => {
    const reply = await fetch(`${running.url}/form`, { method: 'POST' });

    expect(await reply.json()).toEqual([]);
  });

  it('loses what no database keeps', async () => {
    const reply = await post('a=x%00y');

    expect(await reply.json()).toEqual([['a', 'xy']]);
  });

  it.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x', `${FORM}; charset=iso-8859-1`])(
    'M18 sent as %s is refused',
    async (type) => {
      const reply = await post('a=1', type);

      expect(reply.status).toBe(415);
    },
  );

  it('M14 of 64 KiB is read, and one byte more is not', async () => {
    const largest = await post(`a=${'x'.repeat(65_534)}`);
    const larger = await post(`a=${'x'.repeat(65_535)}`);

    expect([largest.status, larger.status]).toEqual([200, 413]);
  });

  it('M05 that is not UTF-8 is refused', async () => {
    const reply = await post(Uint8Array.from([0x61, 0x3d, 0xff]));

    expect(reply.status).toBe(400);
  });

  it('with more fields than any form has is refused', async () => {
    const reply = await post('a=&'.repeat(501));

    expect(reply.status).toBe(400);
  });
});
