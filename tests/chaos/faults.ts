import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import type { Child } from '../child.ts';
import type { DropProxy } from './dropProxy.ts';

/** The product while it is talked to, and what stands around it. */
export interface World {
  /** Where its files are. */
  readonly folder: string;
  readonly proxy: DropProxy;
  /** The process as it now is. */
  child(): Child;
  /** Starts it anew, once it has ended. */
  begin(): Promise<void>;
}

/** What may happen to a product on SQLite; each resolves once it is over. */
export const FAULTS = {
  kill: async ({ child, begin }) => {
    await death(child(), 'SIGKILL');
    await begin();
  },
  stop: async ({ child, begin }) => {
    await death(child(), 'SIGTERM');
    await begin();
  },
  pause: async ({ child }, milliseconds) => {
    child().process.kill('SIGSTOP');
    await wait(milliseconds);
    child().process.kill('SIGCONT');
  },
  part: ({ proxy }, milliseconds) => proxy.part(milliseconds),
  drop: async ({ proxy }) => proxy.drop(),
  clock: async ({ child }) => void child().process.kill('SIGHUP'),
  locked: async ({ folder }, milliseconds) => {
    const other = new DatabaseSync(join(folder, 'op-een-lijn.db'), { timeout: 10_000 });
    try {
      other.exec('begin immediate');
      await wait(milliseconds);
    } finally {
      other.close();
    }
  },
  full: (world, milliseconds) => whileThereIs('full', world, milliseconds),
  slow: (world, milliseconds) => whileThereIs('slow', world, milliseconds),
} as const satisfies Readonly<Record<string, (world: World, milliseconds: number) => Promise<void>>>;

export type Fault = keyof typeof FAULTS;

/** See `trouble.ts`. */
async function whileThereIs(trouble: 'slow' | 'full', { folder }: World, milliseconds: number): Promise<void> {
  const file = join(folder, trouble);
  await writeFile(file, '');
  await wait(milliseconds);
  await rm(file);
}

async function death({ process: child }: Child, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
