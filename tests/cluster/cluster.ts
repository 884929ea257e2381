import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, startChild } from '../child.ts';
import { freePort } from '../freePort.ts';
import { type Balancer, startBalancer } from './balancer.ts';

/** One process of the product. */
export interface Instance {
  readonly port: number;
  /** Its own address, past the balancer. */
  readonly url: string;
  readonly child: Child;
}

/** The product as several processes on one database, behind a balancer. */
export interface Cluster extends AsyncDisposable {
  readonly url: string;
  readonly balancer: Balancer;
  readonly instances: readonly Instance[];
  /** Ends one at once; the balancer finds out by itself. Resolves when it is dead. */
  kill(instance: Instance): Promise<void>;
}

/** Starts so many at once on an empty database or a full one. */
export async function startCluster(
  databaseUrl: string,
  count: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), 'cluster-'));
  const balancer = await startBalancer();
  const begin = async (): Promise<Instance> => {
    const port = await freePort();
    const child = await startChild('tests/chaos/server.ts', {
      PORT: String(port),
      PUBLIC_URL: balancer.url,
      DATA_DIR: folder,
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'silent',
      ...settings,
    });
    return { port, url: `http://localhost:${port}`, child };
  };
  const instances = await Promise.all(Array.from({ length: count }, begin));
  balancer.use(instances.map(({ port }) => port));

  return {
    url: balancer.url,
    balancer,
    instances,
    async kill({ child: { process: dying } }) {
      const dead = once(dying, 'exit');
      dying.kill('SIGKILL');
      await dead;
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(instances.map(({ child }) => stop(child)));
      await balancer[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function stop(child: Child): Promise<void> {
  if (child.process.signalCode === null) await child.stop();
}
