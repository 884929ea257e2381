import { type Kysely, sql, type Transaction } from 'kysely';
import { errorCode } from '../../errorCode.ts';
import type { Database } from '../database.ts';
import type { Tables } from '../tables.ts';

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';

const ATTEMPTS = 3;

/** What is past its time may be much when the retention was made shorter. */
const LONGEST_ERASURE = '10min';

/** Each write has a transaction of its own; PostgreSQL itself groups their flushes to disk. */
export function writeAlone(db: Kysely<Tables>): Database['write'] {
  return async (work, { erases } = { erases: false }) => {
    const run = async (trx: Transaction<Tables>) => {
      if (erases) await sql`select set_config('statement_timeout', ${LONGEST_ERASURE}, true)`.execute(trx);
      return work(trx);
    };
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await db.transaction().setIsolationLevel('read committed').execute(run);
      } catch (error) {
        if (attempt === ATTEMPTS || !lostRace(error)) throw error;
      }
    }
  };
}

/** Whether the server ended the transaction only because another was in its way. */
function lostRace(error: unknown): boolean {
  const code = errorCode(error);
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED;
}
