import type { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import type { Storage } from '../../ports.ts';
import { createStorage } from '../createStorage.ts';
import { migrate } from '../migrate.ts';
import { storageFailure } from '../storageFailure.ts';
import type { Tables } from '../tables.ts';
import { explainFailure, isFull } from './explainFailure.ts';
import { groupWrites } from './groupWrites.ts';
import { insertTogether } from './insertTogether.ts';
import { NodeSqliteDialect } from './nodeSqliteDialect.ts';
import { type FileOptions, openFile } from './openFile.ts';
import { type Reserve, reserveBeside } from './reserve.ts';
import { sameFile } from './sameFile.ts';
import { emptyLog, tracesIn } from './traces.ts';

/** The stores on a database file, in this thread: every call keeps the thread busy until it is done. */
export async function openDatabase(options: FileOptions): Promise<Storage> {
  const explain = explainFailure(options.file);
  try {
    const file = openFile(options);
    return await storageOn(
      file,
      sameFile(options.file),
      reserveBeside(options.file, options.reserveBytes ?? 0),
      explain,
    );
  } catch (error) {
    throw storageFailure(error, explain);
  }
}

async function storageOn(
  file: DatabaseSync,
  beforeWrite: () => void,
  reserve: Reserve,
  explain: (error: unknown) => string,
): Promise<Storage> {
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
  void reserve.fill();

  return createStorage({
    db,
    write: groupWrites(db, {
      beforeWrite,
      afterCommit: () => traces.sweep(),
      makeRoom: (error) => isFull(error) && makeRoom(file, reserve),
    }),
    insertTogether,
    forget: (trx) => traces.mark(trx),
    tidy: async () => {
      // In a connection of its own, so that it never falls into a transaction.
      await db.connection().execute(async () => traces.sweepAll());
      await reserve.fill();
    },
    explainFailure: explain,
  });
}

/** The room that the reserve had, and what the log holds that is in the file by now as well. */
function makeRoom(file: DatabaseSync, reserve: Reserve): boolean {
  if (!reserve.release()) return false;
  try {
    emptyLog(file);
  } catch {
    // Not even the log could be emptied; the room of the reserve may still be enough.
  }
  return true;
}
