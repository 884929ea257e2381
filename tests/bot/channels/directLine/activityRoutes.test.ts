import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call, heard, open, say, startService, type Teacher, type TestService } from './testService.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService({ limits: { postsPerTenSeconds: 2000, tokensPerMinute: 1000 } });
});
afterAll(async () => {
  await service[Symbol.asyncDispose]();
});

const post = (teacher: Teacher, body: unknown) =>
  call(service.url, `/conversations/${teacher.conversationId}/activities`, teacher.token, body);
const texts = async (teacher: Teacher) => (await heard(service.url, teacher)).activities.map(({ text }) => text);

describe('saying something', () => {
  it('is answered with the id under which it was kept', async () => {
    const teacher = await service.newTeacher();

    const reply = await say(service.url, teacher, 'hoi', { channelData: { clientActivityID: 'a1' } });
    const { id } = (await reply.json()) as { id: string };
    const own = (await heard(service.url, teacher)).activities.find(({ text }) => text === 'hoi');

    expect(id).toBe(`${teacher.conversationId}|0000002`);
    expect(own).toMatchObject({
      id,
      channelId: 'directline',
      conversation: { id: teacher.conversationId },
      channelData: { clientActivityID: 'a1' },
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
    });
  });

  it('brings the welcome first, when the conversation was never opened', async () => {
    const teacher = await service.newTeacher();

    await say(service.url, teacher, 'hoi');

    expect(await texts(teacher)).toEqual(['Welkom!', 'hoi', 'Je zei: hoi']);
  });

  it('D01 is said by the teacher of the token, whatever the body claims', async () => {
    const teacher = await service.newTeacher();

    await say(service.url, teacher, 'hoi', { from: { id: 'dl_other', role: 'bot' } });
    const { activities } = await heard(service.url, teacher);

    expect(activities[1]?.from).toMatchObject({ id: teacher.userId, role: 'user' });
  });

  it.each([{}, [], { type: 1 }, { type: 'trace' }, 'x', 1, null])('M01 M02 M03 D13 is not %j', async (body) => {
    const teacher = await service.newTeacher();

    const reply = await post(teacher, body);

    expect(reply.status).toBe(400);
    expect(await reply.json()).toEqual({ error: { code: expect.any(String), message: expect.any(String) } });
    expect(await texts(teacher)).toEqual([]);
  });

  it('M03 is not an empty body', async () => {
    const { conversationId, token } = await service.newTeacher();

    const reply = await fetch(`${service.url}/v3/directline/conversations/${conversationId}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });

    expect(reply.status).toBe(400);
  });

  it('M16 in a way that nobody knows is answered and leaves no trace', async () => {
    const teacher = await service.newTeacher();

    const replies = await Promise.all([post(teacher, { type: 'dance' }), post(teacher, { type: 'typing' })]);

    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect(await texts(teacher)).toEqual([]);
  });

  it.each(["Robert'); DROP TABLE activities;--", '100%_\\', 'ë “gekruld” \u202E 😀', 'NUL \u0001 \u2028'])(
    'M28 keeps %j as it was said',
    async (text) => {
      const teacher = await service.newTeacher();

      await say(service.url, teacher, text);

      expect(await texts(teacher)).toContain(text);
    },
  );
});

describe('a message sent again', () => {
  const again = { channelData: { clientActivityID: 'same' } };

  it('Q01 Q20 has one effect and the same answer', async () => {
    const teacher = await service.newTeacher();

    const first = await (await say(service.url, teacher, 'hoi', again)).json();
    const second = await (await say(service.url, teacher, 'hoi', again)).json();

    expect(second).toEqual(first);
    expect(await texts(teacher)).toEqual(['Welkom!', 'hoi', 'Je zei: hoi']);
  });

  it('Q02 twenty times at once has one effect', async () => {
    const teacher = await service.newTeacher();

    const replies = await Promise.all(Array.from({ length: 20 }, () => say(service.url, teacher, 'hoi', again)));
    const ids = await Promise.all(replies.map(async (reply) => JSON.stringify(await reply.json())));

    expect(new Set(ids).size).toBe(1);
    expect(await texts(teacher)).toEqual(['Welkom!', 'hoi', 'Je zei: hoi']);
  });

  it('Q20 after a restart has no second effect', async () => {
    await using restarted = await startService();
    const teacher = await restarted.newTeacher();
    await say(restarted.url, teacher, 'hoi', again);

    await restarted.restart();
    const reply = await say(restarted.url, teacher, 'hoi', again);

    expect(reply.status).toBe(200);
    expect((await heard(restarted.url, teacher)).activities).toHaveLength(3);
  });
});

describe('twenty different messages at once', () => {
  it('Q06 are all kept, one after the other', async () => {
    const teacher = await service.newTeacher();
    const words = Array.from({ length: 20 }, (_, index) => `zin ${index}`);

    const replies = await Promise.all(words.map((word) => say(service.url, teacher, word)));
    const { activities } = await heard(service.url, teacher);

    expect(replies.every(({ status }) => status === 200)).toBe(true);
    expect(activities.map(({ id }) => Number(id.split('|')[1]))).toEqual(Array.from({ length: 41 }, (_, i) => i + 1));
    expect(new Set(activities.map(({ text }) => text))).toEqual(
      new Set(['Welkom!', ...words, ...words.map((word) => `Je zei: ${word}`)]),
    );
  });
});

describe('a message that cannot be taken now', () => {
  it('is declined with a time to try again when its conversation is busy', async () => {
    const busy = {
      run: async () => ({ status: 'busy' as const }),
      heard: async () => null,
      drain: async () => undefined,
    };
    await using crowded = await startService({ runner: busy });

    const reply = await say(crowded.url, await crowded.newTeacher(), 'hoi');

    expect(reply.status).toBe(429);
    expect(reply.headers.get('retry-after')).toBe('1');
  });

  it('is declined with a time to try again when one teacher sends too many', async () => {
    await using quick = await startService({ limits: { postsPerTenSeconds: 2 } });
    const teacher = await quick.newTeacher();
    await say(quick.url, teacher, 'een');
    await say(quick.url, teacher, 'twee');

    const third = await say(quick.url, teacher, 'drie');

    expect(third.status).toBe(429);
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await heard(quick.url, teacher)).activities).toHaveLength(5);
  });

  it('is never called kept when it could not be stored', async () => {
    await using failing = await startService();
    const teacher = await failing.newTeacher();
    await open(failing.url, teacher);
    failing.breakStorage(true);

    const reply = await say(failing.url, teacher, 'canary Noor', { channelData: { clientActivityID: 'a' } });
    failing.breakStorage(false);

    expect(reply.status).toBe(503);
    expect(await reply.text()).not.toContain('Noor');
    expect((await heard(failing.url, teacher)).activities).toHaveLength(1);
    expect((await say(failing.url, teacher, 'opnieuw', { channelData: { clientActivityID: 'a' } })).status).toBe(200);
  });
});

describe('reading with a watermark', () => {
  it('gives what came after it, and where that ends', async () => {
    const teacher = await service.newTeacher();
    await say(service.url, teacher, 'een');
    await say(service.url, teacher, 'twee');

    const rest = await heard(service.url, teacher, '3');
    const nothing = await heard(service.url, teacher, rest.watermark);

    expect(rest.activities.map(({ text }) => text)).toEqual(['twee', 'Je zei: twee']);
    expect(nothing).toEqual({ activities: [], watermark: '5' });
  });

  it.each(['-1', 'NaN', '0x10', '1e9', '1.5', ' 1', '9'.repeat(40), 'null', 'x|0000001'])(
    'Q17 like "%s" is refused',
    async (watermark) => {
      const { conversationId, token } = await service.newTeacher();
      const path = `/conversations/${conversationId}/activities?watermark=${encodeURIComponent(watermark)}`;

      const reply = await call(service.url, path, token);

      expect(reply.status).toBe(400);
    },
  );

  it('Q17 far beyond the end gives nothing, and the end', async () => {
    const teacher = await service.newTeacher();
    await say(service.url, teacher, 'een');

    expect(await heard(service.url, teacher, '1000000000')).toEqual({ activities: [], watermark: '3' });
  });
});
