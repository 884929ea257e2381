import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { type Child, startChild } from '../child.ts';
import { TokenClient } from './client.ts';
import { type Faults, faultsIn, sumOf } from './history.ts';
import type { Point } from './points.ts';

/** A talk that begins, goes on, and begins anew: turns of every size. */
export const WORDS = [
  'oefenen left-out-in-the-block-corner',
  'Wat naar dat het zo loopt.',
  'Wat merkt u thuis?',
  'Ik bel u vrijdag om vier uur.',
  'stop',
  'tip',
];

/** What became of a product that was killed again and again while it was talked to. */
export interface Outcome {
  readonly kills: number;
  /** Sentences that were acknowledged. */
  readonly acked: number;
  readonly faults: Faults;
  /** From a kill until it listens again, in ms, for each kill. */
  readonly backMs: readonly number[];
}

export interface Fire {
  readonly settings: Readonly<Record<string, string>>;
  readonly port: number;
  readonly clients: number;
  /** One kill for each: where it kills itself, or null for a moment of chance. */
  readonly plan: readonly (Point | null)[];
  /** From 0 to below 1: decides the moments. */
  readonly chance: () => number;
}

/** What each client has said at least, in the end. */
const LEAST_SAID = 2;
/** Longest time between a start and a kill at a moment of chance, in ms; as long as the start took where that is longer. */
const LONGEST_LIFE = 1200;

/** Clients talk all the while; the product is killed as planned and started again each time. Then it is asked what it kept. */
export async function underFire({ settings, port, clients, plan, chance }: Fire): Promise<Outcome> {
  const url = `http://localhost:${port}`;
  const people = Array.from({ length: clients }, (_, index) => new TokenClient(url, `t${index}`));
  const backMs: number[] = [];
  let talking = true;
  const talks = people.map(async (person) => {
    for (let said = 0; talking; said += 1) await person.say(WORDS[said % WORDS.length] ?? '');
  });

  for (const [died, point] of plan.entries()) {
    const child = await begin(settings, port, point && { point, after: Math.floor(chance() * 3 * clients) });
    if (died > 0) backMs.push(child.readyMs);
    await death(child, point === null ? chance() * Math.max(LONGEST_LIFE, child.readyMs) : undefined);
  }
  const last = await begin(settings, port);
  backMs.push(last.readyMs);
  while (people.some(({ acked }) => acked < LEAST_SAID)) await wait(20);
  talking = false;
  await Promise.all(talks);
  const faults = sumOf(await Promise.all(people.map(async (person) => faultsIn(await person.history()))));
  for (const person of people) person.hangUp();
  await last.stop();
  return { kills: plan.length, acked: people.reduce((sum, { acked }) => sum + acked, 0), faults, backMs };
}

function begin(
  settings: Fire['settings'],
  port: number,
  own: { readonly point: Point; readonly after: number } | null = null,
): Promise<Child> {
  const env = { ...settings, PORT: String(port), PUBLIC_URL: `http://localhost:${port}`, LOG_LEVEL: 'silent' };
  if (!own) return startChild('tests/chaos/server.ts', env);
  const planned = { CHAOS_POINT: own.point, CHAOS_AFTER: String(own.after) };
  return startChild('tests/chaos/server.ts', { ...env, ...planned }, { preload: './tests/chaos/dieAt.ts' });
}

async function death({ process: child }: Child, life: number | undefined): Promise<void> {
  const kill = life === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), life);
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  clearTimeout(kill);
}
