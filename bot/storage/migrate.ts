import type { Kysely, Transaction } from 'kysely';
import { Migrator } from 'kysely/migration';
import { StorageError } from '../ports.ts';
import { MIGRATIONS } from './migrations.ts';
import type { Tables } from './tables.ts';

/**
 * Brings the tables up to date, whole or not at all. `lock` keeps other instances out until the transaction ends.
 * Throws `StorageError` when a newer version of the bot has changed the tables.
 */
export async function migrate(
  db: Kysely<Tables>,
  lock: (trx: Transaction<Tables>) => Promise<unknown> = async () => {},
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lock(trx);
    await refuseNewerTables(trx);
    const { error } = await new Migrator({
      db: trx,
      provider: { getMigrations: async () => MIGRATIONS },
    }).migrateToLatest();
    if (error) throw error;
  });
}

async function refuseNewerTables(trx: Transaction<Tables>): Promise<void> {
  const unknown = (await migrationsDone(trx)).filter((name) => !Object.hasOwn(MIGRATIONS, name));
  if (unknown.length === 0) return;
  throw new StorageError(
    `The database was changed by a newer version of the bot (${unknown.join(', ')}). ` +
      'Start that version again, or restore a backup from before it was installed.',
  );
}

async function migrationsDone(trx: Transaction<Tables>): Promise<readonly string[]> {
  const tables = await trx.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  const rows = await trx
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  return rows.map(({ name }) => name);
}
