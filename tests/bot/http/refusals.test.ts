import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Refusal } from '../../../bot/http/refusals.ts';
import { noteWho, requestNotes } from '../../../bot/http/requestNotes.ts';
import type { Route } from '../../../bot/http/route.ts';
import { head, sendRaw } from './rawHttp.ts';
import { startServer, type TestServer } from './testServer.ts';

const ip: Route = { method: 'GET', path: '/ip', handle: (request) => ({ status: 200, body: { ip: request.ip } }) };
const person: Route = {
  method: 'GET',
  path: '/person/:name',
  handle() {
    noteWho({ tenant: 'school', userId: 'oid-1' });
    return { status: 404 };
  },
};

const refusals: Refusal[] = [];
const lines: Readonly<Record<string, unknown>>[] = [];
let running: TestServer;
beforeAll(async () => {
  running = await startServer({
    routes: [ip, person],
    publicUrl: 'https://chat.school.nl',
    trustedProxies: ['127.0.0.1'],
    log: pino({ base: null, mixin: requestNotes }, { write: (line: string) => lines.push(JSON.parse(line)) }),
    observeRefusal: (refusal) => refusals.push(refusal),
  });
});
afterAll(() => running.server.close());

const upgrade = (path: string) => head(`GET ${path}`, running.port, 'Connection: Upgrade', 'Upgrade: websocket');
const tooLong = () => head('GET /', running.port, `X-Long: ${'x'.repeat(20_000)}`);

describe('what is refused before a route', () => {
  it.each([
    ['by its head', () => head(`GET /${'x'.repeat(3000)}`, running.port), { where: 'head', status: 414 }],
    ['by its address', () => head('GET /canary', running.port), { where: 'address', status: 404 }],
    ['as a socket', () => upgrade('/canary'), { where: 'socket', status: 404 }],
    ['as no HTTP', () => 'canary\r\n\r\n', { where: 'unreadable', status: 400 }],
    ['for a header without end', tooLong, { where: 'unreadable', status: 431 }],
  ])('%s, has the headers of every reply and leaves a line without a word of it', async (_, request, refusal) => {
    [refusals.length, lines.length] = [0, 0];

    const { status, text } = await sendRaw(running.port, request());

    expect(status).toBe(refusal.status);
    expect(text.toLowerCase()).toContain('x-content-type-options: nosniff');
    expect(text.toLowerCase()).toMatch(/content-security-policy: .*frame-ancestors 'none'/);
    expect(text.toLowerCase()).toContain('strict-transport-security: max-age=31536000; includesubdomains');
    expect(refusals).toEqual([refusal]);
    expect(lines).toEqual([expect.objectContaining({ audit: 'refused', ...refusal })]);
    expect(JSON.stringify(lines)).not.toContain('canary');
  });

  it('tells browsers nothing of other host names when that is asked', async () => {
    await using alone = await startServer({ routes: [], publicUrl: 'https://chat.school.nl', httpsBelow: false });

    const { headers } = await fetch(alone.url);

    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  });
});

describe('a request', () => {
  it('that came by a proxy of ours is of whom the proxy says', async () => {
    const reply = await fetch(`${running.url}/ip`, { headers: { 'x-forwarded-for': '10.1.1.1, 198.51.100.7' } });

    expect(await reply.json()).toEqual({ ip: '198.51.100.7' });
  });

  it('has one id in all its lines, and whose it is', async () => {
    lines.length = 0;

    await fetch(`${running.url}/person/Noor`);
    await fetch(`${running.url}/person/Noor`);

    const [first, second] = lines;
    expect(first).toMatchObject({ request: expect.stringMatching(/^[\w-]{12}$/), tenant: 'school', user: 'oid-1' });
    expect(second?.['request']).not.toBe(first?.['request']);
    expect(JSON.stringify(lines)).not.toContain('Noor');
  });
});
