import { closeSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StorageError } from '../../ports.ts';
import { restoreAdvice } from './explainFailure.ts';
import { readPragma } from './readPragma.ts';

/** "LIJN" in ASCII, in the file's header: tells our databases from those of other programs. */
export const APPLICATION_ID = 0x4c494a4e;

const SQLITE_HEADER = 'SQLite format 3\0';

/** Larger files are not read through at each start: that would take longer than starting may. */
const CHECKED_BYTES = 64 * 1024 * 1024;

/** How a file is opened. */
export interface FileOptions {
  /** Made, with its folder, when there is none. */
  readonly file: string;
  /** Room kept beside the file (as `<file>-reserve`), so that erasing works on a full disk; none when absent. */
  readonly reserveBytes?: number;
  /** Milliseconds to wait for another process that writes; 5000 when absent. */
  readonly busyTimeout?: number;
  /** For tests: pages that the file may grow to; no limit when absent. */
  readonly maxPages?: number;
}

/**
 * Opens the database file for durable writing, or throws `StorageError` when something else is in its place. A file that
 * is damaged or not ours is never written to.
 */
export function openFile({ file, busyTimeout = 5000, maxPages }: FileOptions): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  refuseWhatIsNoDatabase(file);
  const database = new DatabaseSync(file, { timeout: busyTimeout });
  try {
    refuseForeignTables(database, file);
    refuseDamage(database, file);
    database.exec('pragma journal_mode = wal');
    database.exec('pragma synchronous = full');
    database.exec('pragma foreign_keys = on');
    database.exec('pragma secure_delete = on');
    if (readPragma(database, 'application_id') !== APPLICATION_ID) {
      database.exec(`pragma application_id = ${APPLICATION_ID}`);
    }
    if (maxPages !== undefined) database.exec(`pragma max_page_count = ${Math.trunc(maxPages)}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function refuseWhatIsNoDatabase(file: string): void {
  const bytes = sizeOf(file);
  if (bytes === undefined) {
    if (!sizeOf(`${file}-wal`)) return;
    throw new StorageError(
      `The database ${file} is gone, but ${file}-wal beside it still has data. ${restoreAdvice(file)}`,
    );
  }
  if (bytes === 0) {
    throw new StorageError(
      `The database ${file} is empty. ${restoreAdvice(file)} If nothing was ever kept here, delete the empty file.`,
    );
  }
  if (firstBytes(file, SQLITE_HEADER.length) !== SQLITE_HEADER) {
    throw new StorageError(`The file ${file} is not a database, or is damaged. ${restoreAdvice(file)}`);
  }
}

function refuseForeignTables(database: DatabaseSync, file: string): void {
  if (readPragma(database, 'application_id') === APPLICATION_ID) return;
  if (!database.prepare('select name from sqlite_schema limit 1').get()) return;
  throw new StorageError(`The file ${file} is the database of another program. Set another file for the bot.`);
}

function refuseDamage(database: DatabaseSync, file: string): void {
  if ((sizeOf(file) ?? 0) > CHECKED_BYTES) return;
  const verdict = readPragma(database, 'quick_check(1)');
  if (verdict !== 'ok') throw new StorageError(`The database ${file} is damaged. ${restoreAdvice(file)}`);
}

function sizeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size;
}

function firstBytes(file: string, count: number): string {
  const handle = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(count);
    const read = readSync(handle, buffer, 0, count, 0);
    return buffer.toString('latin1', 0, read);
  } finally {
    closeSync(handle);
  }
}
