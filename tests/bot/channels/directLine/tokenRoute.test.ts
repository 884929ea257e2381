import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { heard, open, say, startService, type Teacher, type TestService } from './testService.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(async () => {
  await service[Symbol.asyncDispose]();
});

const ask = (headers: Record<string, string> = {}, body?: unknown) =>
  fetch(`${service.url}/api/directline/token`, {
    method: 'POST',
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: body === undefined ? null : JSON.stringify(body),
  });
const asked = async (...args: Parameters<typeof ask>) => (await (await ask(...args)).json()) as Teacher;

describe('the chat page’s token', () => {
  it('comes with its conversation and its time', async () => {
    const reply = await ask();

    expect(reply.status).toBe(200);
    expect(await reply.json()).toEqual({
      conversationId: expect.stringMatching(/^[\w-]{44}$/),
      token: expect.any(String),
      expires_in: 1800,
      userId: expect.stringMatching(/^dl_[\w-]{22}$/),
    });
  });

  it('after a reload is for the same teacher’s newest conversation', async () => {
    const teacher = await service.newTeacher();
    await open(service.url, teacher);
    await say(service.url, teacher, 'hoi');

    const back = await asked({ cookie: teacher.cookie });

    expect(back).toMatchObject({ conversationId: teacher.conversationId, userId: teacher.userId });
    expect((await heard(service.url, { ...back, cookie: '' })).activities).toHaveLength(3);
  });

  it('after a restart still is', async () => {
    const teacher = await service.newTeacher();
    await open(service.url, teacher);

    await service.restart();

    expect((await asked({ cookie: teacher.cookie })).conversationId).toBe(teacher.conversationId);
  });

  it('is for a fresh conversation of the same teacher when the page asks', async () => {
    const teacher = await service.newTeacher();
    await open(service.url, teacher);

    const fresh = await asked({ cookie: teacher.cookie }, { new: true });
    await open(service.url, { ...fresh, cookie: '' });

    expect(fresh.userId).toBe(teacher.userId);
    expect(fresh.conversationId).not.toBe(teacher.conversationId);
    expect((await asked({ cookie: teacher.cookie })).conversationId).toBe(fresh.conversationId);
  });

  it('is for a new teacher in a browser without our cookie', async () => {
    const teacher = await service.newTeacher();

    const other = await asked({ cookie: 'op-een-lijn=dl_forged' });

    expect(other.userId).not.toBe(teacher.userId);
  });

  it.each([
    { origin: 'https://evil.nl' },
    { origin: 'null' },
    { origin: 'http://localhost:1' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('is not for a page of somebody else (%j)', async (headers) => {
    const reply = await ask(headers as unknown as Record<string, string>);

    expect(reply.status).toBe(403);
    expect(reply.headers.get('set-cookie')).toBeNull();
  });

  it('is for our own page', async () => {
    const reply = await ask({ origin: service.url, 'sec-fetch-site': 'same-origin' });

    expect(reply.status).toBe(200);
  });

  it.each([[[]], ['x'], [1], [null]])('M03 is not for a body that is no object (%j)', async (body) => {
    const reply = await ask({}, body);

    expect(reply.status).toBe(body === null ? 200 : 400);
  });
});

describe('asking for tokens', () => {
  it('L08 a hundred times a minute is enough', async () => {
    await using busy = await startService();
    const statuses: number[] = [];

    for (let asked = 0; asked < 101; asked++) {
      const reply = await fetch(`${busy.url}/api/directline/token`, { method: 'POST' });
      statuses.push(reply.status);
    }

    expect(statuses.slice(0, 100).every((status) => status === 200)).toBe(true);
    expect(statuses[100]).toBe(429);
  });

  it('L08 by one stranger does not lock out a browser that we know', async () => {
    await using busy = await startService({ limits: { tokensPerMinute: 1 } });
    const { cookie } = await busy.newTeacher();

    const stranger = await fetch(`${busy.url}/api/directline/token`, { method: 'POST' });
    const known = await fetch(`${busy.url}/api/directline/token`, { method: 'POST', headers: { cookie } });

    expect([stranger.status, known.status]).toEqual([429, 200]);
    expect(Number(stranger.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('W21 is counted by the socket’s address, whatever a header claims', async () => {
    await using busy = await startService({ limits: { tokensPerMinute: 1 } });
    await busy.newTeacher();

    const spoofed = await fetch(`${busy.url}/api/directline/token`, {
      method: 'POST',
      headers: { 'x-forwarded-for': '10.1.2.3' },
    });

    expect(spoofed.status).toBe(429);
  });
});

describe('a public site', () => {
  it('W13 gives its cookie for https only', async () => {
    await using site = await startService({ publicUrl: 'https://chat.school.nl' });

    const reply = await fetch(`${site.url}/api/directline/token`, {
      method: 'POST',
      headers: { origin: 'https://chat.school.nl' },
    });

    expect(reply.headers.get('set-cookie')).toMatch(/^__Host-.*; Secure$/);
    expect(reply.headers.get('strict-transport-security')).toMatch(/^max-age=/);
  });
});
