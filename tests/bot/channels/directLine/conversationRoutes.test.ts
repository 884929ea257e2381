import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conversationIds } from '../../../../bot/channels/directLine/conversationId.ts';
import { directLineKeys } from '../../../../bot/channels/directLine/keys.ts';
import { tokens } from '../../../../bot/channels/directLine/token.ts';
import { ringOf } from '../../../../bot/keys/keyRing.ts';
import { call, heard, open, say, startService, type TestService } from './testService.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService({ limits: { guessesPerMinute: 1000 } });
});
afterAll(async () => {
  await service[Symbol.asyncDispose]();
});

describe('opening a conversation', () => {
  it('gives a fresh token and the address of its stream', async () => {
    const teacher = await service.newTeacher();

    const reply = await call(service.url, '/conversations', teacher.token, {});

    expect(reply.status).toBe(201);
    expect(await reply.json()).toEqual({
      conversationId: teacher.conversationId,
      token: expect.any(String),
      expires_in: 1800,
      streamUrl: expect.stringMatching(
        `^ws://localhost:${service.port}/v3/directline/conversations/${teacher.conversationId}/stream\\?t=[\\w-]{43}$`,
      ),
    });
  });

  it('Q23 five times at once makes one welcome', async () => {
    const teacher = await service.newTeacher();

    const opened = await Promise.all(Array.from({ length: 5 }, () => open(service.url, teacher)));
    const { activities } = await heard(service.url, teacher);

    expect(opened.every(({ streamUrl }) => streamUrl.startsWith('ws:'))).toBe(true);
    expect(activities.map(({ text }) => text)).toEqual(['Welkom!']);
  });

  it('Q23 again after a restart makes no second welcome', async () => {
    const teacher = await service.newTeacher();
    await open(service.url, teacher);

    await service.restart();
    const again = await call(service.url, '/conversations', teacher.token, {});

    expect(again.status).toBe(200);
    expect((await heard(service.url, teacher)).activities).toHaveLength(1);
  });

  it('says to try again while nothing can be stored', async () => {
    await using failing = await startService();
    const teacher = await failing.newTeacher();
    failing.breakStorage(true);

    const reply = await call(failing.url, '/conversations', teacher.token, {});

    expect(reply.status).toBe(503);
  });
});

describe('coming back to a conversation', () => {
  it('gives a new address for the stream', async () => {
    const teacher = await service.newTeacher();
    const first = await open(service.url, teacher);

    const reply = await call(service.url, `/conversations/${teacher.conversationId}?watermark=1`, teacher.token);
    const back = (await reply.json()) as { streamUrl: string };

    expect(reply.status).toBe(200);
    expect(back.streamUrl).not.toBe(first.streamUrl);
  });

  it('makes the welcome when there was none yet', async () => {
    const teacher = await service.newTeacher();

    await call(service.url, `/conversations/${teacher.conversationId}`, teacher.token);

    expect((await heard(service.url, teacher)).activities).toHaveLength(1);
  });
});

describe('a token', () => {
  it('can be refreshed for another half hour', async () => {
    const teacher = await service.newTeacher();

    const reply = await call(service.url, '/tokens/refresh', teacher.token, {});

    expect(await reply.json()).toEqual({
      conversationId: teacher.conversationId,
      token: expect.any(String),
      expires_in: 1800,
    });
  });

  it('D03 opens nothing and is not refreshed once it has expired', async () => {
    await using other = await startService();
    const teacher = await other.newTeacher();
    other.pass(1801);

    const refreshed = await call(other.url, '/tokens/refresh', teacher.token, {});
    const posted = await say(other.url, teacher, 'hoi');

    expect([refreshed.status, posted.status]).toEqual([401, 401]);
  });

  it('D04 cannot be refreshed for ever', async () => {
    await using other = await startService();
    let { token } = await other.newTeacher();
    let hours = 0;

    for (; hours < 20; hours += 0.25) {
      const reply = await call(other.url, '/tokens/refresh', token, {});
      if (reply.status === 401) break;
      token = ((await reply.json()) as { token: string }).token;
      other.pass(900);
    }

    expect(hours).toBe(12);
  });

  it('D02 of one conversation does not open another', async () => {
    const own = await service.newTeacher();
    const other = await service.newTeacher();
    await open(service.url, other);
    const path = `/conversations/${other.conversationId}`;

    const replies = await Promise.all([
      call(service.url, path, own.token),
      call(service.url, `${path}/activities`, own.token),
      call(service.url, `${path}/activities`, own.token, { type: 'message', text: 'hoi' }),
      call(service.url, `${path}/upload`, own.token, {}),
      call(service.url, `${path}/stream`, own.token),
    ]);

    expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    expect((await heard(service.url, other)).activities).toHaveLength(1);
  });

  it('D05 of another tenant is refused', async () => {
    const keys = directLineKeys(ringOf(service.key));
    const conversationId = conversationIds(keys.conversationId).mint();
    const since = Math.floor(Date.now() / 1000);
    const foreign = await tokens(keys.token, () => new Date()).issue({
      tenant: 'other school',
      conversationId,
      userId: 'dl_a',
      since,
      signIn: null,
    });

    const reply = await call(service.url, `/conversations/${conversationId}/activities`, foreign.token);

    expect(reply.status).toBe(403);
  });

  it('D06 of another key, or none at all, is refused', async () => {
    const { conversationId } = await service.newTeacher();
    const stranger = tokens(directLineKeys(ringOf(randomBytes(32))).token, () => new Date());
    const since = Math.floor(Date.now() / 1000);
    const { token } = await stranger.issue({ tenant: 'school', conversationId, userId: 'dl_a', since, signIn: null });

    const forged = await call(service.url, `/conversations/${conversationId}/activities`, token);
    const missing = await fetch(`${service.url}/v3/directline/conversations/${conversationId}/activities`);

    expect([forged.status, missing.status]).toEqual([401, 401]);
    expect(await missing.json()).toEqual({ error: { code: 'MissingToken', message: 'A bearer token is needed.' } });
  });

  it.each(['token', 'access_token', 't'])('D08 in the address, as %s, is refused', async (name) => {
    const { conversationId, token } = await service.newTeacher();

    const reply = await call(service.url, `/conversations/${conversationId}/activities?${name}=${token}`, token);

    expect(reply.status).toBe(400);
  });
});

describe('guessing', () => {
  it.each(['x', '..;', 'a%0ab', '%F0%9F%98%80', 'x'.repeat(99), "'--"])(
    'M11 a conversation like "%s" finds nothing',
    async (id) => {
      const { token } = await service.newTeacher();

      const reply = await call(service.url, `/conversations/${id}/activities`, token);

      expect(reply.status).toBe(404);
      expect(await reply.text()).not.toContain(id);
    },
  );

  it('D12 gets the same answer every time, and soon none', async () => {
    await using guessed = await startService({ limits: { guessesPerMinute: 5 } });
    const teacher = await guessed.newTeacher();
    const statuses: number[] = [];

    for (let tries = 0; tries < 8; tries++) {
      const id = randomBytes(25).toString('base64url').slice(0, 33);
      statuses.push((await call(guessed.url, `/conversations/${id}/activities`, teacher.token)).status);
    }

    expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429, 429]);
    expect((await say(guessed.url, teacher, 'hoi')).status).toBe(200);
  });

  it('a way to a token without the page finds nothing', async () => {
    const reply = await fetch(`${service.url}/v3/directline/tokens/generate`, { method: 'POST' });

    expect(reply.status).toBe(404);
  });
});

describe('a file', () => {
  it('is declined in the words of the protocol', async () => {
    const teacher = await service.newTeacher();
    const form = new FormData();
    form.append('file', new Blob(['x']), 'x.docx');

    const reply = await fetch(
      `${service.url}/v3/directline/conversations/${teacher.conversationId}/upload?userId=${teacher.userId}`,
      { method: 'POST', headers: { authorization: `Bearer ${teacher.token}` }, body: form },
    );

    expect(reply.status).toBe(415);
    expect(await reply.json()).toEqual({ error: { code: 'BadArgument', message: 'This bot takes no files.' } });
  });
});
