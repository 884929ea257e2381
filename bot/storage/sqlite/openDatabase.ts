import type { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import type { Storage } from '../../ports.ts';
import { createStorage } from '../createStorage.ts';
import { migrate } from '../migrate.ts';
import { storageFailure } from '../storageFailure.ts';
import type { Tables } from '../tables.ts';
import { explainFailure } from './explainFailure.ts';
import { groupWrites } from './groupWrites.ts';
import { insertTogether } from './insertTogether.ts';
import { NodeSqliteDialect } from './nodeSqliteDialect.ts';
import { type FileOptions, openFile } from './openFile.ts';
import { emptyLog, tracesIn } from './traces.ts';

/** The stores on a database file, in this thread: every call keeps the thread busy until it is done. */
export async function openDatabase(options: FileOptions): Promise<Storage> {
  const explain = explainFailure(options.file);
  try {
    return await storageOn(openFile(options), explain);
  } catch (error) {
    throw storageFailure(error, explain);
  }
}

async function storageOn(file: DatabaseSync, explain: (error: unknown) => string): Promise<Storage> {
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(file) });
  try {
    await migrate(db);
    emptyLog(file);
  } catch (error) {
    file.close();
    throw error;
  }
  const traces = tracesIn(file);
  traces.sweep();

  const write = groupWrites(db, traces.sweep);
  const storage = createStorage({ db, write, insertTogether, forget: traces.mark, explainFailure: explain });
  return { ...storage, personalData: sweepingDaily(storage.personalData, db, traces.sweepAll) };
}

/** Expiring is what is done each day at a quiet hour: the moment for work that keeps others waiting. */
function sweepingDaily(
  personalData: Storage['personalData'],
  db: Kysely<Tables>,
  sweepAll: () => void,
): Storage['personalData'] {
  return {
    export: personalData.export,
    expire: async (before, at) => {
      const expired = await personalData.expire(before, at);
      await db.connection().execute(async () => sweepAll());
      return expired;
    },
  };
}
