import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Migration 0005: who is signed in, what is good once, who is coach, and who is the same person elsewhere. */
export async function createIdentityTables(db: Kysely<Tables>): Promise<void> {
  await createSessions(db);
  await db.schema
    .createTable('one_times')
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('one_times_key', ['tenant', 'purpose', 'digest'])
    .execute();
  await db.schema
    .createTable('coaches')
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .addPrimaryKeyConstraint('coaches_key', ['tenant', 'id'])
    .execute();
  await createLinks(db);
}

async function createSessions({ schema }: Kysely<Tables>): Promise<void> {
  await schema
    .createTable('sessions')
    .addColumn('digest', 'text', (column) => column.notNull().primaryKey())
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('roles', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'text', (column) => column.notNull())
    .addColumn('idle_until', 'text', (column) => column.notNull())
    .addColumn('ends_at', 'text', (column) => column.notNull())
    .addColumn('checked_at', 'text', (column) => column.notNull())
    .addColumn('checking_until', 'text')
    .addColumn('grant_sealed', 'text')
    .execute();
  await schema.createIndex('sessions_by_idle').on('sessions').column('idle_until').execute();
}

async function createLinks({ schema }: Kysely<Tables>): Promise<void> {
  await schema
    .createTable('links')
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('other_tenant', 'text', (column) => column.notNull())
    .addColumn('other_user_id', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('links_key', ['tenant', 'user_id'])
    .execute();
  await schema.createIndex('links_of_other').on('links').columns(['other_tenant', 'other_user_id']).execute();
}
