import type { Storage } from '../../ports.ts';
import { type Operations, operationsOf, storageOf } from '../operations.ts';
import { asTenants } from './tenantScope.ts';
import { WHOSE_ROWS } from './whoseRows.ts';

type Work = (...args: readonly unknown[]) => unknown;

/** The same storage, of which each operation sees the rows of its own organisation alone. */
export function scopedStorage(storage: Storage): Storage {
  const plain = operationsOf(storage);
  const works = plain as unknown as Readonly<Record<string, Work>>;
  const scoped = Object.entries(WHOSE_ROWS).map(([name, whose]): [string, Work] => {
    const work = works[name];
    if (!work) throw new Error(`There is no operation ${name}.`);
    // Each takes the arguments of its operation: `WHOSE_ROWS` has them in its type.
    const whom = whose as (...args: readonly unknown[]) => readonly string[];
    return [name, async (...args) => asTenants(whom(...args), () => work(...args))];
  });
  return storageOf({ ...plain, ...(Object.fromEntries(scoped) as unknown as Operations) });
}
