import { setTimeout as wait } from 'node:timers/promises';
import { type Child, startChild } from '../child.ts';
import { freePort } from '../freePort.ts';
import { TokenClient } from './client.ts';
import { startDropProxy } from './dropProxy.ts';
import { FAULTS, type Fault, type World } from './faults.ts';
import { type Faults, faultsIn, sumOf } from './history.ts';

/** What became of a product that was in trouble while it was talked to. */
export interface TroubleOutcome {
  readonly injected: number;
  /** Sentences that were acknowledged. */
  readonly acked: number;
  readonly faults: Faults;
}

export interface Trouble {
  readonly folder: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly clients: number;
  /** What happens, one after the other. */
  readonly plan: Iterable<Fault | ((world: World) => Promise<void>)>;
  /** How long a trouble lasts, in ms, and how long it is quiet between two. */
  readonly lasts: () => number;
  readonly quiet: () => number;
}

/** What each client says at least once all is over. */
const AFTERWARDS = 2;
/** Of a commit, while the disk is slow. */
const SLOW_MS = 300;

/** Clients append words that nobody else says, while one trouble follows another; then each is asked for, in its place. */
export async function inTrouble({ folder, settings, clients, plan, lasts, quiet }: Trouble): Promise<TroubleOutcome> {
  const port = await freePort();
  const proxy = await startDropProxy(port);
  const url = `http://localhost:${proxy.port}`;
  const env = {
    DATA_DIR: folder,
    DATABASE_URL: '',
    LOG_LEVEL: 'silent',
    ...settings,
    PORT: String(port),
    PUBLIC_URL: url,
    TROUBLE_FOLDER: folder,
    TROUBLE_SLOW_MS: String(SLOW_MS),
  };
  const start = () => startChild('tests/chaos/server.ts', env, { preload: './tests/chaos/trouble.ts' });
  let child: Child = await start();
  const world: World = {
    folder,
    proxy,
    child: () => child,
    begin: async () => {
      child = await start();
    },
  };
  const people = Array.from({ length: clients }, (_, index) => new TokenClient(url, `t${index}`));
  let isOver = false;
  const talks = people.map(async (person) => {
    while (!isOver) await person.say('tip');
    for (let said = 0; said < AFTERWARDS; said += 1) await person.say('tip');
  });

  let injected = 0;
  for (const fault of plan) {
    await wait(quiet());
    await (typeof fault === 'string' ? FAULTS[fault](world, lasts()) : fault(world));
    injected += 1;
  }
  isOver = true;
  await Promise.all(talks);
  const faults = sumOf(await Promise.all(people.map(async (person) => faultsIn(await person.history()))));
  for (const person of people) person.hangUp();
  await child.stop();
  await proxy.close();
  return { injected, acked: people.reduce((sum, { acked }) => sum + acked, 0), faults };
}
