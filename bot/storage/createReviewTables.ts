import type { CreateTableBuilder, Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** The tables of sharing and reviewing; see `reviewTables.ts`. */
export async function createReviewTables(db: Kysely<Tables>): Promise<void> {
  await createShares(db);
  await createReviews(db);
  await createAudit(db);
}

async function createShares({ schema }: Kysely<Tables>): Promise<void> {
  await texts(schema.createTable('shares'), ['tenant', 'id', 'conversation_id', 'rehearsal_id', 'teacher_id'])
    .$call((table) => texts(table, ['teacher_name', 'coach_id', 'coach_name', 'question']))
    .addColumn('may_learn', 'integer', (column) => column.notNull())
    .$call((table) => texts(table, ['shared_at', 'ends_at']))
    .addColumn('withdrawn_at', 'text')
    .addColumn('sent_at', 'text')
    .addColumn('pair', 'text')
    .addColumn('paired_at', 'text')
    .addColumn('second_id', 'text')
    .addColumn('second_name', 'text')
    .addPrimaryKeyConstraint('shares_key', ['tenant', 'id'])
    .addForeignKeyConstraint(
      'shares_of_rehearsal',
      ['tenant', 'conversation_id', 'rehearsal_id'],
      'rehearsals',
      ['tenant', 'conversation_id', 'id'],
      (key) => key.onDelete('cascade'),
    )
    .execute();
  // A queue is counted and turned page by page in this index alone.
  await schema
    .createIndex('shares_of_coach')
    .on('shares')
    .columns(['tenant', 'coach_id', 'sent_at', 'shared_at', 'withdrawn_at', 'ends_at', 'id'])
    .execute();
  await schema
    .createIndex('shares_by_rehearsal')
    .on('shares')
    .columns(['tenant', 'conversation_id', 'rehearsal_id'])
    .execute();
  await schema.createIndex('shares_of_pair').on('shares').columns(['tenant', 'pair']).execute();
}

async function createReviews({ schema }: Kysely<Tables>): Promise<void> {
  await texts(schema.createTable('reviews'), ['tenant', 'share_id', 'review'])
    .addColumn('version', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('reviews_key', ['tenant', 'share_id'])
    .addForeignKeyConstraint('reviews_of_share', ['tenant', 'share_id'], 'shares', ['tenant', 'id'], (key) =>
      key.onDelete('cascade'),
    )
    .execute();
  await texts(schema.createTable('answers'), ['tenant', 'id', 'share_id', 'comment_id', 'said_by', 'text', 'said_at'])
    .addPrimaryKeyConstraint('answers_key', ['tenant', 'id'])
    .addForeignKeyConstraint('answers_of_share', ['tenant', 'share_id'], 'shares', ['tenant', 'id'], (key) =>
      key.onDelete('cascade'),
    )
    .execute();
  await schema.createIndex('answers_by_share').on('answers').columns(['tenant', 'share_id']).execute();
}

async function createAudit({ schema }: Kysely<Tables>): Promise<void> {
  await texts(schema.createTable('audit'), ['tenant', 'at', 'actor', 'action', 'hash'])
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('rehearsal_id', 'text')
    .addColumn('share_id', 'text')
    .addColumn('owner', 'text')
    .addPrimaryKeyConstraint('audit_key', ['tenant', 'seq'])
    .execute();
  await schema.createIndex('audit_of_owner').on('audit').columns(['tenant', 'owner', 'rehearsal_id', 'seq']).execute();
  await texts(schema.createTable('audit_heads'), ['tenant', 'hash'])
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('audit_heads_key', ['tenant'])
    .execute();
}

/** Columns of text that always have a value. */
function texts<Table extends string, Column extends string, Name extends string>(
  table: CreateTableBuilder<Table, Column>,
  names: readonly Name[],
): CreateTableBuilder<Table, Column | Name> {
  let so: CreateTableBuilder<Table, Column | Name> = table;
  for (const name of names) so = so.addColumn(name, 'text', (column) => column.notNull());
  return so;
}
