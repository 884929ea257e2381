import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { type Child, residentMb, startChild } from '../child.ts';
import { freePort } from '../freePort.ts';
import { Listener } from './listener.ts';
import { inGroups } from './storm.ts';
import { WORDS } from './underFire.ts';

/** What became of a product with little memory. */
export interface HeapOutcome {
  readonly heapMb: number;
  readonly lines: number;
  readonly perSecond: number;
  readonly seconds: number;
  /** Turns that were asked for, that were kept, and that were turned away (429, 503) or failed otherwise. */
  readonly asked: number;
  readonly kept: number;
  readonly turnedAway: number;
  readonly failed: number;
  readonly restarts: number;
  /** At its largest, in MB. */
  readonly residentMb: number;
  /** Lines that are still the first. */
  readonly linesKept: number;
}

export interface HeapLoad {
  readonly folder: string;
  readonly heapMb: number;
  readonly lines: number;
  readonly perSecond: number;
  readonly seconds: number;
}

/** So many open lines and turns a second, asked for whether the product keeps up or not; it is started again if it ends. */
export async function smallHeap({ folder, heapMb, lines, perSecond, seconds }: HeapLoad): Promise<HeapOutcome> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings = { PORT: String(port), PUBLIC_URL: url, DATA_DIR: folder, DATABASE_URL: '', LOG_LEVEL: 'silent' };
  const start = () =>
    startChild('tests/chaos/server.ts', { ...settings, NODE_OPTIONS: `--max-old-space-size=${heapMb}` });
  let server: Child = await start();
  let isOver = false;
  let restarts = 0;
  const guard = async () => {
    while (!isOver) {
      await once(server.process, 'exit');
      if (isOver) return;
      restarts += 1;
      server = await start();
    }
  };
  const guarding = guard();

  const listeners = Array.from({ length: lines }, () => new Listener(url));
  await inGroups(listeners, 20, (listener) => listener.begin());
  const statuses: Promise<number>[] = [];
  let largest = 0;
  for (let second = 0; second < seconds; second += 1) {
    for (let turn = 0; turn < perSecond; turn += 1) {
      const at = second * perSecond + turn;
      const listener = listeners[at % lines];
      if (listener) statuses.push(listener.sayOnce(WORDS[Math.floor(at / lines) % WORDS.length] ?? ''));
      await wait(1000 / perSecond);
    }
    largest = Math.max(largest, (await residentMb(server).catch(() => null)) ?? 0);
  }
  const all = await Promise.all(statuses);
  isOver = true;
  const linesKept = listeners.filter(({ begun, isOn }) => begun === 1 && isOn).length;
  for (const listener of listeners) listener.leave();
  await server.stop();
  await guarding;
  const count = (...wanted: readonly number[]) => all.filter((status) => wanted.includes(status)).length;
  const [kept, turnedAway] = [count(200), count(429, 503)];
  return {
    heapMb,
    lines,
    perSecond,
    seconds,
    asked: all.length,
    kept,
    turnedAway,
    failed: all.length - kept - turnedAway,
    restarts,
    residentMb: largest,
    linesKept,
  };
}
