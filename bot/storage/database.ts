import type { Compilable, Kysely, OperationNodeSource, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** An insert that has been built but not run. */
export type Insert = Compilable & OperationNodeSource & { execute(): Promise<unknown> };

/** What is known of a write beforehand. */
export interface WriteOptions {
  /** It takes more away than it adds, so it may use the room that is kept for a full disk. */
  readonly erases: boolean;
}

/** One database, and the few facts in which SQLite and PostgreSQL differ. The stores are written over this. */
export interface Database {
  /** For reading; what must be kept goes through `write`. */
  readonly db: Kysely<Tables>;
  /**
   * Runs `work` in a transaction: all of it is kept, or nothing. Resolves once it is on disk. `work` may run again, when
   * another transaction was in its way, so it does nothing but read and write through `trx`.
   */
  write<T>(work: (trx: Transaction<Tables>) => Promise<T>, options?: WriteOptions): Promise<T>;
  /** Runs inserts that belong together in as few round trips as the database allows. */
  insertTogether(trx: Transaction<Tables>, inserts: readonly Insert[]): Promise<void>;
  /** Called in a transaction that erases, after the deletes: what the file itself still remembers must go too. */
  forget(trx: Transaction<Tables>): Promise<void>;
  /** Called once a day, after expiring, at a quiet hour: the moment for work that keeps others waiting. */
  tidy(): Promise<void>;
  /** One sentence for the operator: what is wrong, and what to do. Never holds a value from a row or query. */
  explainFailure(error: unknown): string;
}
