import { randomUUID } from 'node:crypto';
import type { Database } from './database.ts';

/** More than the few free pages that a full database may still have left over. */
const FILLER = 'x'.repeat(65_536);

/** Rejects when the database takes no new rows now. It leaves nothing behind; it costs one flush to disk. */
export function checkWritable(database: Database): Promise<void> {
  const id = randomUUID();
  return database.write(async (trx) => {
    await trx.insertInto('write_checks').values({ id, filler: FILLER }).execute();
    await trx.deleteFrom('write_checks').where('id', '=', id).execute();
  });
}
