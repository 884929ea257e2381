import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createIdentityTables } from './createIdentityTables.ts';
import { createKeyGenerations } from './createKeyGenerations.ts';
import { createReviewTables } from './createReviewTables.ts';
import { keepRowsApart } from './keepRowsApart.ts';
import type { Tables } from './tables.ts';

/** Every change of the tables, in order of name. One that has been released is never changed again. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first-tables': { up: createFirstTables },
  '0002-keepsakes': { up: createKeepsakes },
  '0003-look-back-on-rehearsals': { up: keepRehearsals },
  '0004-outbox': { up: createOutbox },
  '0005-identity': { up: createIdentityTables },
  '0006-reviews': { up: createReviewTables },
  '0007-reminders': { up: keepReminderDays },
  '0009-key-generations': { up: createKeyGenerations },
  '0010-journal': { up: createJournal },
  '0011-rows-apart': { up: keepRowsApart },
};

async function createFirstTables(db: Kysely<Tables>): Promise<void> {
  await createConversations(db);
  await createLog(db);
  await createRehearsals(db);
  await createKeysAndProofs(db);
}

async function createConversations({ schema }: Kysely<Tables>): Promise<void> {
  await schema
    .createTable('conversations')
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('last_seq', 'integer', (column) => column.notNull())
    .addColumn('state', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('conversations_key', ['tenant', 'id'])
    .execute();
  await schema
    .createIndex('conversations_of_user')
    .on('conversations')
    .columns(['tenant', 'user_id', 'channel', 'updated_at'])
    .execute();
  await schema.createIndex('conversations_by_age').on('conversations').column('updated_at').execute();
}

function createPartOfConversation(
  { schema }: Kysely<Tables>,
  name: 'activities' | 'dedupe' | 'rehearsals' | 'keepsakes' | 'outbox' | 'addresses',
) {
  return schema
    .createTable(name)
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull())
    .addForeignKeyConstraint(
      `${name}_of_conversation`,
      ['tenant', 'conversation_id'],
      'conversations',
      ['tenant', 'id'],
      (key) => key.onDelete('cascade'),
    );
}

async function createLog(db: Kysely<Tables>): Promise<void> {
  await createPartOfConversation(db, 'activities')
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('activity', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('activities_key', ['tenant', 'conversation_id', 'seq'])
    .execute();
  await createPartOfConversation(db, 'dedupe')
    .addColumn('key_digest', 'text', (column) => column.notNull())
    .addColumn('activity_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('dedupe_key', ['tenant', 'conversation_id', 'key_digest'])
    .execute();
}

async function createRehearsals(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('scenario_revisions')
    .addColumn('scenario_id', 'text', (column) => column.notNull())
    .addColumn('revision', 'text', (column) => column.notNull())
    .addColumn('scenario', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('scenario_revisions_key', ['scenario_id', 'revision'])
    .execute();
  await createPartOfConversation(db, 'rehearsals')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('scenario_id', 'text', (column) => column.notNull())
    .addColumn('revision', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('seed', 'double precision', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('end_reason', 'text')
    .addPrimaryKeyConstraint('rehearsals_key', ['tenant', 'conversation_id', 'id'])
    .addForeignKeyConstraint('rehearsals_of_revision', ['scenario_id', 'revision'], 'scenario_revisions', [
      'scenario_id',
      'revision',
    ])
    .execute();
  await db.schema.createIndex('rehearsals_by_revision').on('rehearsals').columns(['scenario_id', 'revision']).execute();
  await createLedger(db);
}

async function createLedger({ schema }: Kysely<Tables>): Promise<void> {
  await schema
    .createTable('ledger')
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('rehearsal_id', 'text', (column) => column.notNull())
    .addColumn('turn', 'integer', (column) => column.notNull())
    .addColumn('lines', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('ledger_key', ['tenant', 'conversation_id', 'version', 'position'])
    .addForeignKeyConstraint(
      'ledger_of_rehearsal',
      ['tenant', 'conversation_id', 'rehearsal_id'],
      'rehearsals',
      ['tenant', 'conversation_id', 'id'],
      (key) => key.onDelete('cascade'),
    )
    .execute();
  await schema
    .createIndex('ledger_by_rehearsal')
    .on('ledger')
    .columns(['tenant', 'conversation_id', 'rehearsal_id'])
    .execute();
}

async function createKeysAndProofs({ schema }: Kysely<Tables>): Promise<void> {
  await schema
    .createTable('keys')
    .addColumn('name', 'text', (column) => column.notNull().primaryKey())
    .addColumn('secret', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('erasures')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('cause', 'text', (column) => column.notNull())
    .addColumn('user_digest', 'text')
    .addColumn('conversations', 'integer', (column) => column.notNull())
    .addColumn('activities', 'integer', (column) => column.notNull())
    .addColumn('rehearsals', 'integer', (column) => column.notNull())
    .execute();
  await schema
    .createTable('write_checks')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('filler', 'text', (column) => column.notNull())
    .execute();
}

async function createKeepsakes(db: Kysely<Tables>): Promise<void> {
  await createPartOfConversation(db, 'keepsakes')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('keepsake', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('keepsakes_key', ['tenant', 'id'])
    .execute();
  await db.schema
    .createIndex('keepsakes_of_conversation')
    .on('keepsakes')
    .columns(['tenant', 'conversation_id'])
    .execute();
}

async function keepRehearsals({ schema }: Kysely<Tables>): Promise<void> {
  for (const name of ['first_seq', 'last_seq'] as const) {
    await schema.alterTable('rehearsals').addColumn(name, 'integer').execute();
  }
  // The longest last: SQLite then reads a list without turning their pages.
  for (const name of ['summary', 'words', 'talk'] as const) {
    await schema.alterTable('rehearsals').addColumn(name, 'text').execute();
  }
}

async function createOutbox(db: Kysely<Tables>): Promise<void> {
  await createPartOfConversation(db, 'outbox')
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('doubts', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('leased_until', 'text')
    .addColumn('lease_holder', 'text')
    .addPrimaryKeyConstraint('outbox_key', ['tenant', 'conversation_id', 'seq'])
    .execute();
  await db.schema.createIndex('outbox_by_due').on('outbox').column('due_at').execute();
  await createPartOfConversation(db, 'addresses')
    .addColumn('address', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('addresses_key', ['tenant', 'conversation_id'])
    .execute();
  await db.schema.alterTable('dedupe').addColumn('answer', 'text').execute();
}

async function keepReminderDays({ schema }: Kysely<Tables>): Promise<void> {
  await schema.alterTable('conversations').addColumn('remind_on', 'text').execute();
  await schema
    .createIndex('conversations_to_remind')
    .on('conversations')
    .column('remind_on')
    .where('remind_on', 'is not', null)
    .execute();
}

async function createJournal({ schema }: Kysely<Tables>): Promise<void> {
  await schema
    .createTable('journal')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('entry', 'text', (column) => column.notNull())
    .addColumn('written', 'integer', (column) => column.notNull())
    .execute();
  await schema.createIndex('journal_to_write').on('journal').columns(['written', 'at']).execute();
}
