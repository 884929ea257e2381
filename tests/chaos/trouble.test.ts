import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TeacherScript } from '../acceptance/teacherScript.ts';
import { type Child, startChild } from '../child.ts';
import { freePort } from '../freePort.ts';
import { type DropProxy, startDropProxy } from './dropProxy.ts';
import { fuzz } from './fuzz.ts';
import { Listener } from './listener.ts';
import { storm } from './storm.ts';

/** Long beside a ping, short beside a test. */
const SLOW_MS = 2000;
const BLOCK_MS = 3000;
const LINES = 200;
const PATIENCE_MS = 20_000;
const ODD = 1000;

/** Troubles that do not kill, in the running product; `npm run chaos -- --slow`, `--storm` and `--memory` are the long forms. */
describe('the product in trouble', () => {
  let folder: string;
  let server: Child;
  let proxy: DropProxy;
  let url: string;
  const logged: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trouble-'));
    const port = await freePort();
    proxy = await startDropProxy(port);
    url = `http://localhost:${proxy.port}`;
    const settings = { PORT: String(port), PUBLIC_URL: url, DATA_DIR: folder, DATABASE_URL: '', LOG_LEVEL: 'warn' };
    const troubles = { TROUBLE_SLOW_MS: String(SLOW_MS), TROUBLE_BLOCK_MS: String(BLOCK_MS) };
    server = await startChild(
      'tests/chaos/server.ts',
      { ...settings, ...troubles },
      { preload: './tests/chaos/trouble.ts' },
    );
    if (server.process.stdout)
      createInterface({ input: server.process.stdout }).on('line', (line) => logged.push(line));
  }, 60_000);
  afterAll(async () => {
    await proxy.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('F08 answers pings and requests while a commit waits for a slow disk', async () => {
    const [teacher, line] = [await TeacherScript.begin(url), new Listener(url)];
    await line.begin();
    let isKept = false;
    const said = teacher.send('slow disk').then((status) => {
      isKept = true;
      return status;
    });
    await wait(SLOW_MS / 5);

    for (let ping = 0; ping < 10; ping += 1) await line.ping();
    const health = await fetch(`${url}/healthz`);
    const wasKept = isKept;

    expect([health.status, wasKept, await said]).toEqual([200, false, 200]);
    line.leave();
  });

  it('F09 takes one turn and gives one reply when the same comes again while its commit waits', async () => {
    const teacher = await TeacherScript.begin(url);
    const before = (await teacher.everything()).length;

    const statuses = await Promise.all(
      [0, SLOW_MS / 3, (2 * SLOW_MS) / 3].map(async (pause) => {
        await wait(pause);
        return teacher.send('tip slow disk', 'the same');
      }),
    );

    const after = (await teacher.everything()).slice(before);
    expect(statuses).toEqual([200, 200, 200]);
    expect(after.map(({ from }) => from.role)).toEqual(['user', 'bot']);
  });

  it('F21 says so when its loop stood still for three seconds, and no line is lost by it', async () => {
    const lines = Array.from({ length: 5 }, () => new Listener(url));
    for (const line of lines) await line.begin();

    server.process.kill('SIGUSR2');
    await wait(100);
    await Promise.all(lines.map((line) => line.ping()));
    await wait(300);

    const figures = await (await fetch(`${url}/metrics`)).text();
    const stalls = logged.filter((line) => line.includes('the process stood still'));
    const longest = Math.max(...stalls.map((line) => Number(JSON.parse(line).milliseconds)));
    expect(longest).toBeGreaterThan(BLOCK_MS - 300);
    expect(figures).toMatch(new RegExp(`^stalls_total ${stalls.length}$`, 'm'));
    expect(lines.map(({ begun, isOn }) => [begun, isOn])).toEqual(lines.map(() => [1, true]));
    for (const line of lines) line.leave();
  });

  it(`Q21 has ${LINES} lines back that were cut at once, with all that was said meanwhile`, async () => {
    const outcome = await storm({ url, proxy, lines: LINES, patienceMs: PATIENCE_MS });

    expect(outcome).toMatchObject({ lines: LINES, back: LINES, faulty: 0 });
  }, 60_000);

  it(`M30 takes or refuses ${ODD} activities that nobody would send, and tells nothing of its inside`, async () => {
    const outcome = await fuzz({ url, count: ODD, seed: 20 });

    expect(outcome).toMatchObject({ sent: ODD, unexpected: 0, leaks: 0, examples: [] });
  }, 120_000);
});
