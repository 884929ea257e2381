import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** Migration 0009: a key can have several generations; the one that is there becomes the first. */
export async function createKeyGenerations(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('key_generations')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('secret', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('key_generations_key', ['name', 'since'])
    .execute();
  await sql`insert into key_generations (name, since, secret) select name, '', secret from keys`.execute(db);
  await db.schema.dropTable('keys').execute();
}
