import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { comeBack, listen, oneTo } from './listener.ts';
import { call, say, startService, type TestService } from './testService.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService({
    limits: { postsPerTenSeconds: 2000, tokensPerMinute: 1000, refusedUpgradesPerMinute: 1000 },
  });
});
afterAll(async () => {
  await service[Symbol.asyncDispose]();
});

describe('the stream', () => {
  it('brings the welcome, the teacher’s own words and the answer', async () => {
    const teacher = await service.newTeacher();
    const listener = await listen(service.url, teacher);

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

    const listener = await (await comeBack(service.url, teacher, 3)).has(4);
    listener.socket.terminate();

    expect(listener.texts).toEqual(['twee', 'Je zei: twee', 'drie', 'Je zei: drie']);
  });

  it('Q16 brings a long history whole, while more is being said', async () => {
    const teacher = await service.newTeacher();
    for (let turn = 0; turn < 60; turn++) await say(service.url, teacher, `zin ${turn}`);

    const listener = await comeBack(service.url, teacher, 0);
    for (let turn = 60; turn < 80; turn++) await say(service.url, teacher, `zin ${turn}`);
    await listener.has(161);
    listener.socket.terminate();

    expect(listener.numbers).toEqual(oneTo(161));
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
      const listener = await comeBack(service.url, teacher, watermark);
      const saying = say(service.url, teacher, `zin ${cut}`);
      await listener.has(1 + (cut % 2));
      listener.socket.terminate();
      await saying;
      received.push(...listener.numbers);
      watermark = Number(listener.watermarks.at(-1) ?? watermark);
    }
    const last = await comeBack(service.url, teacher, watermark);
    await last.has(201 - watermark);
    last.socket.terminate();

    expect([...received, ...last.numbers]).toEqual(oneTo(201));
  });

  it('Q19 goes to phone and laptop alike', async () => {
    const teacher = await service.newTeacher();
    const listeners = [await listen(service.url, teacher), await listen(service.url, teacher)];

    await say(service.url, teacher, 'hoi');
    await Promise.all(listeners.map((listener) => listener.has(3)));
    for (const { socket } of listeners) socket.terminate();

    expect(listeners.map((listener) => listener.numbers)).toEqual([oneTo(3), oneTo(3)]);
  });

  it('brings only this teacher’s conversation', async () => {
    const listener = await listen(service.url, await service.newTeacher());
    const other = await service.newTeacher();

    await say(service.url, other, 'geheim');
    await listener.has(1);
    listener.socket.terminate();

    expect(listener.texts).toEqual(['Welkom!']);
  });

  it('says goodbye when the server stops', async () => {
    await using stopping = await startService();
    const listener = await (await listen(stopping.url, await stopping.newTeacher())).opened();

    await stopping.restart();

    expect(await listener.ended).toBe(1001);
  });

  it('finds in the log what another instance added', async () => {
    const silent = { publish: () => undefined, hint: () => undefined, subscribe: () => () => undefined };
    await using slow = await startService({ feed: silent, limits: { pingSeconds: 0.05 } });
    const teacher = await slow.newTeacher();
    const listener = await (await listen(slow.url, teacher)).has(1);

    await say(slow.url, teacher, 'hoi');
    await listener.has(3);
    listener.socket.terminate();

    expect(listener.numbers).toEqual(oneTo(3));
  });

  it('ends with the session, twelve hours after it began', async () => {
    await using old = await startService({ limits: { pingSeconds: 0.05 } });
    const listener = await (await listen(old.url, await old.newTeacher())).has(1);

    old.pass(12 * 3600);

    expect(await listener.ended).toBe(1008);
  });
});
