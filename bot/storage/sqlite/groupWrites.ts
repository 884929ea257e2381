import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../database.ts';
import type { Tables } from '../tables.ts';

/** So that the first of a group does not wait for hundreds. */
const LARGEST_GROUP = 100;

interface Job {
  /** Returns what answers the caller, to be called once the transaction is on disk. */
  readonly run: (trx: Transaction<Tables>) => Promise<() => void>;
  readonly reject: (error: unknown) => void;
  readonly erases: boolean;
}

/** What else happens around the writes. */
export interface GroupHooks {
  /** Called before each transaction; what it throws is what every caller of the group gets. */
  beforeWrite(): void;
  /** Called after each commit, before anybody is answered. Must not throw. */
  afterCommit(): void;
  /** Makes room for a write that erases, after this error; false when that is not what it needs, or not possible. */
  makeRoom(error: unknown): boolean;
}

/**
 * Writes that wait at the same time share one transaction, and so one flush to disk. Each is still whole or absent, and
 * answered only after the commit. When one of a group fails, the group is rolled back and each is done by itself.
 */
export function groupWrites(db: Kysely<Tables>, hooks: GroupHooks): Database['write'] {
  const waiting: Job[] = [];
  let draining = false;

  async function drain(): Promise<void> {
    draining = true;
    while (waiting.length > 0) {
      await messagesThatCameIn();
      await runGroup(waiting.splice(0, LARGEST_GROUP));
    }
    draining = false;
  }

  async function runGroup(jobs: readonly Job[]): Promise<void> {
    let began = false;
    try {
      hooks.beforeWrite();
      const answers = await db.transaction().execute(async (trx) => {
        began = true;
        return runAll(trx, jobs);
      });
      hooks.afterCommit();
      for (const answer of answers) answer();
    } catch (error) {
      if (began && jobs.length > 1) for (const job of jobs) await runGroup([job]);
      else if (began && jobs.every(({ erases }) => erases) && hooks.makeRoom(error)) await runGroup(jobs);
      else for (const { reject } of jobs) reject(error);
    }
  }

  return (work, { erases } = { erases: false }) =>
    new Promise((resolve, reject) => {
      const run: Job['run'] = async (trx) => {
        const result = await work(trx);
        return () => resolve(result);
      };
      waiting.push({ run, reject, erases });
      if (!draining) void drain();
    });
}

async function runAll(trx: Transaction<Tables>, jobs: readonly Job[]): Promise<readonly (() => void)[]> {
  const answers: (() => void)[] = [];
  for (const { run } of jobs) answers.push(await run(trx));
  return answers;
}

const messagesThatCameIn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
