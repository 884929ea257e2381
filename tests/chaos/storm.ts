import { setTimeout as wait } from 'node:timers/promises';
import type { DropProxy } from './dropProxy.ts';
import { Listener } from './listener.ts';

/** What became of lines that were all cut at once. */
export interface StormOutcome {
  readonly lines: number;
  readonly backMs: { readonly most: number; readonly last: number };
  /** Lines that were back within the time. */
  readonly back: number;
  /** Lines on which something is missing, or came twice, or out of order. */
  readonly faulty: number;
}

export interface Storm {
  /** As the product tells it: the near end of the proxy. */
  readonly url: string;
  /** Past the proxy. */
  readonly proxy: DropProxy;
  readonly lines: number;
  /** For all to be back. */
  readonly patienceMs: number;
  /** How many open at the same time. */
  readonly together?: number;
}

/** Opens so many lines, cuts them all, lets something be said in each conversation, and waits until all are back and know it. */
export async function storm({ url, proxy, lines, patienceMs, together = 50 }: Storm): Promise<StormOutcome> {
  const listeners = Array.from({ length: lines }, () => new Listener(url));
  await inGroups(listeners, together, (listener) => listener.begin());
  await inGroups(listeners, together, (listener) => listener.say('tip'));

  const began = performance.now();
  const coming = listeners.map((listener) => untilBack(listener, began, patienceMs));
  proxy.drop();
  await inGroups(listeners, together, (listener) => listener.say('tip'));
  const times = await Promise.all(coming);
  let faulty = 0;
  await inGroups(listeners, together, async (listener) => {
    if (!(await hasAll(listener, patienceMs))) faulty += 1;
  });
  for (const listener of listeners) listener.leave();
  const back = times.filter((time): time is number => time !== null).toSorted((one, other) => one - other);
  return {
    lines,
    back: back.length,
    backMs: { most: Math.round(back[Math.floor(lines * 0.999) - 1] ?? 0), last: Math.round(back.at(-1) ?? 0) },
    faulty,
  };
}

async function untilBack(listener: Listener, began: number, patienceMs: number): Promise<number | null> {
  const { begun } = listener;
  while (listener.begun === begun) {
    if (performance.now() - began > patienceMs) return null;
    await wait(25);
  }
  return performance.now() - began;
}

/** Whether the line brought the whole conversation, each once and in order. */
async function hasAll(listener: Listener, patienceMs: number): Promise<boolean> {
  const kept = await listener.kept();
  const end = performance.now() + patienceMs;
  while (listener.ids.length < kept && performance.now() < end) await wait(20);
  const isOrdered = listener.ids.every((id, at) => Number(id.slice(id.lastIndexOf('|') + 1)) === at + 1);
  return isOrdered && listener.ids.length === kept;
}

/** So many at a time. */
export async function inGroups<T>(all: readonly T[], size: number, work: (one: T) => Promise<unknown>): Promise<void> {
  const left = [...all];
  const worker = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: size }, worker));
}
