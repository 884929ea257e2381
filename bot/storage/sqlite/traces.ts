import type { DatabaseSync } from 'node:sqlite';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { readPragma } from './readPragma.ts';

/** Up to this size the file is rewritten at once, in memory; a larger one would keep every turn waiting. */
const REWRITE_AT_ONCE_BYTES = 32 * 1024 * 1024;

/** In the file's header: something was erased of which the file may still hold traces. */
const DUE = 1;
const NONE = 0;

/** What the file still remembers of what was erased. */
export interface Traces {
  /** To be called in the transaction that erases. */
  mark(trx: Transaction<Tables>): Promise<void>;
  /** To be called after each commit; it works only when something was marked. Never throws. */
  sweep(): void;
  /** Removes all traces that are due, however large the file; others wait meanwhile. Never throws. */
  sweepAll(): void;
}

/**
 * `secure_delete` overwrites what is erased, but copies stay behind in two places: in the write-ahead log, and in the
 * slack of pages between which SQLite once moved rows. Emptying the log ends the first, rewriting the file the second.
 * When that fails (another process reads, the disk is full) the mark stays, and the next sweep tries again.
 */
export function tracesIn(database: DatabaseSync): Traces {
  let marked = readPragma(database, 'user_version') === DUE;

  function sweepUpTo(bytes: number): void {
    try {
      if (sizeOf(database) <= bytes) rewrite(database);
      marked = !emptyLog(database);
    } catch {
      marked = true;
    }
  }

  return {
    mark: async (trx) => {
      marked = true;
      await sql`pragma user_version = ${sql.lit(DUE)}`.execute(trx);
    },
    sweep: () => {
      if (marked) sweepUpTo(REWRITE_AT_ONCE_BYTES);
    },
    sweepAll: () => sweepUpTo(Number.POSITIVE_INFINITY),
  };
}

/** Brings the write-ahead log over to the file; false when a reader in another process was in the way. */
export function emptyLog(database: DatabaseSync): boolean {
  return readPragma(database, 'wal_checkpoint(truncate)') === 0;
}

function rewrite(database: DatabaseSync): void {
  if (readPragma(database, 'user_version') === NONE) return;
  // Temporary files would be one more place for words to stay behind.
  database.exec(`pragma temp_store = ${sizeOf(database) <= REWRITE_AT_ONCE_BYTES ? 'memory' : 'file'}`);
  database.exec('vacuum');
  database.exec(`pragma user_version = ${NONE}`);
}

function sizeOf(database: DatabaseSync): number {
  return Number(readPragma(database, 'page_count')) * Number(readPragma(database, 'page_size'));
}
