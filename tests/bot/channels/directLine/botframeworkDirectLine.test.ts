import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Activity, DirectLine, type DirectLineOptions } from 'botframework-directlinejs';
import { WebSocket } from 'ws';
import { startService, type Teacher, type TestService } from './testService.ts';
import { XmlHttpRequest } from './xmlHttpRequest.ts';

Object.assign(globalThis, { XMLHttpRequest: XmlHttpRequest });

/** The client that Web Chat uses, with the Origin that a browser would send, and little patience. */
function connectTo({ url }: TestService, { token }: Teacher, options: Partial<DirectLineOptions> = {}) {
  const sockets: WebSocket[] = [];
  class BrowserSocket extends WebSocket {
    constructor(address: string) {
      super(address, { origin: url });
      sockets.push(this);
    }
  }
  const services = { WebSocket: BrowserSocket, random: () => 0 };
  const line = new DirectLine({
    domain: `${url}/v3/directline`,
    token,
    timeout: 500,
    pollingInterval: 200,
    ...services,
    ...options,
  } as DirectLineOptions);
  const heard: Activity[] = [];
  line.activity$.subscribe(
    (activity) => heard.push(activity),
    () => undefined,
  );
  const texts = () => heard.map((activity) => ('text' in activity ? activity.text : activity.type));
  const say = (text: string) =>
    new Promise<string>((resolve, reject) => {
      line.postActivity({ type: 'message', text, from: { id: 'me' } }).subscribe(resolve, reject);
    });
  return { line, heard, texts, say, sockets };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
}

let service: TestService;
beforeEach(async () => {
  service = await startService();
});
afterEach(async () => {
  await service[Symbol.asyncDispose]();
});

describe.each([
  ['over a socket', { webSocket: true }],
  ['by polling', { webSocket: false }],
])('Microsoft’s own client %s', (_, way) => {
  it('is greeted, says something and hears the answer', async () => {
    const { line, texts, say, heard } = connectTo(service, await service.newTeacher(), way);

    await until(() => texts().length === 1);
    const id = await say('Dag, met juf Anouk');
    await until(() => texts().length === 3);
    line.end();

    expect(texts()).toEqual(['Welkom!', 'Dag, met juf Anouk', 'Je zei: Dag, met juf Anouk']);
    expect(heard[1]).toMatchObject({ id, from: { role: 'user' } });
  });

  it('comes back to a conversation with its watermark', async () => {
    const teacher = await service.newTeacher();
    const first = connectTo(service, teacher, way);
    await until(() => first.texts().length === 1);
    first.line.end();
    first.sockets[0]?.terminate();
    await service.restart();

    const second = connectTo(service, teacher, { ...way, conversationId: teacher.conversationId, watermark: '1' });
    await second.say('weer terug');
    await until(() => second.texts().length === 2);
    second.line.end();

    expect(second.texts()).toEqual(['weer terug', 'Je zei: weer terug']);
  });
});

describe('Microsoft’s own client', () => {
  it('misses nothing when its socket drops', async () => {
    const teacher = await service.newTeacher();
    const { line, texts, say, sockets } = connectTo(service, teacher);
    await until(() => texts().length === 1);

    sockets[0]?.terminate();
    await say('tijdens de storing');
    await until(() => texts().length === 3);
    line.end();

    expect(texts()).toEqual(['Welkom!', 'tijdens de storing', 'Je zei: tijdens de storing']);
    expect(sockets).toHaveLength(2);
  });

  it('has the whole talk, once and in order, after the server started anew', async () => {
    const { line, texts, say } = connectTo(service, await service.newTeacher());
    await until(() => texts().length === 1);
    await say('een');
    await until(() => texts().length === 3);

    await service.restart();
    await say('twee');
    await until(() => texts().length === 5);
    line.end();

    expect(texts()).toEqual(['Welkom!', 'een', 'Je zei: een', 'twee', 'Je zei: twee']);
  });
});
