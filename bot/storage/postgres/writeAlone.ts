import type { Kysely } from 'kysely';
import { errorCode } from '../../errorCode.ts';
import type { Database } from '../database.ts';
import type { Tables } from '../tables.ts';

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';

const ATTEMPTS = 3;

/** Each write has a transaction of its own; PostgreSQL itself groups their flushes to disk. */
export function writeAlone(db: Kysely<Tables>): Database['write'] {
  return async (work) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await db.transaction().setIsolationLevel('read committed').execute(work);
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
