import type { Selectable, Transaction } from 'kysely';
import type { Conversation, ConversationStore, LoggedActivity } from '../ports.ts';
import { activityIdOf } from './activityIdOf.ts';
import { commitTurn } from './commitTurn.ts';
import type { Database } from './database.ts';
import { digest } from './digest.ts';
import { noteInJournal } from './noteInJournal.ts';
import { reviseActivity } from './reviseActivity.ts';
import { stateIn } from './stateIn.ts';
import type { ConversationTable, Tables } from './tables.ts';

/** Conversations and their log. */
export function createConversationStore(database: Database): ConversationStore {
  const { db } = database;

  return {
    open: (conversation) => openConversation(database, conversation),
    load: (tenant, id) => load(database, tenant, id),

    latestOf: async (tenant, userId, channel) => {
      const row = await db
        .selectFrom('conversations')
        .selectAll()
        .where('tenant', '=', tenant)
        .where('user_id', '=', userId)
        .where('channel', '=', channel)
        // One that was only opened has no activity yet: it comes after those that have.
        .orderBy(({ eb }) => eb.case().when('last_seq', '=', 0).then(1).else(0).end())
        .orderBy('updated_at', 'desc')
        .orderBy('created_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ? conversationOf(row) : null;
    },

    listOf: async (tenant, userId, limit) => {
      const rows = await db
        .selectFrom('conversations')
        .selectAll()
        .where('tenant', '=', tenant)
        .where('user_id', '=', userId)
        .orderBy('updated_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(conversationOf);
    },

    commit: (turn) => database.write((trx) => commitTurn(database, trx, turn), { erases: turn.eraseUser }),

    findDuplicate: (tenant, conversationId, dedupeKey) => activityIdOf(db, tenant, conversationId, dedupeKey),

    readLog: async (tenant, conversationId, after, limit) => {
      const rows = await db
        .selectFrom('activities')
        .select(['seq', 'activity'])
        .where('tenant', '=', tenant)
        .where('conversation_id', '=', conversationId)
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(limit)
        .execute();
      return rows.map(({ seq, activity }): LoggedActivity => ({ seq, activity: JSON.parse(activity) }));
    },

    toRemind: (query) => toRemind(database, query),

    revise: (change) => database.write((trx) => revise(database, trx, change), { erases: change.text === null }),
  };
}

async function revise(
  database: Database,
  trx: Transaction<Tables>,
  change: Parameters<ConversationStore['revise']>[0],
): Promise<boolean> {
  const isKnown = await reviseActivity(database, trx, change);
  const { tenant, conversationId, dedupeKey, at } = change;
  const message = { of: digest(tenant, conversationId), key: digest(dedupeKey) };
  if (isKnown) await noteInJournal(trx, { at, what: 'message', ...message });
  return isKnown;
}

async function load({ db }: Database, tenant: string, id: string): Promise<Conversation | null> {
  const row = await db
    .selectFrom('conversations')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? conversationOf(row) : null;
}

function toRemind(
  { db }: Database,
  { day, quietSince, after, limit }: Parameters<ConversationStore['toRemind']>[0],
): ReturnType<ConversationStore['toRemind']> {
  return db
    .selectFrom('conversations')
    .innerJoin('addresses', (join) =>
      join
        .onRef('addresses.tenant', '=', 'conversations.tenant')
        .onRef('addresses.conversation_id', '=', 'conversations.id'),
    )
    .select(['conversations.tenant', 'conversations.id as conversationId'])
    .where('conversations.remind_on', '<=', day)
    .where('conversations.updated_at', '<=', quietSince)
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('conversations.tenant', 'conversations.id'),
          '>',
          tuple(after?.tenant ?? '', after?.conversationId ?? ''),
        ),
      ),
    )
    .orderBy('conversations.tenant')
    .orderBy('conversations.id')
    .limit(limit)
    .execute();
}

async function openConversation(
  database: Database,
  { tenant, id, userId, channel, at }: Parameters<ConversationStore['open']>[0],
): Promise<Conversation> {
  const found = await load(database, tenant, id);
  if (found) return found;

  const fresh: Selectable<ConversationTable> = {
    tenant,
    id,
    user_id: userId,
    channel,
    version: 0,
    last_seq: 0,
    state: null,
    created_at: at,
    updated_at: at,
    remind_on: null,
  };
  return database.write(async (trx) => {
    const row = await trx
      .insertInto('conversations')
      .values(fresh)
      // Another instance may have made it just now; touching its row makes the database return it.
      .onConflict((conflict) => conflict.columns(['tenant', 'id']).doUpdateSet({ id }))
      .returningAll()
      .executeTakeFirstOrThrow();
    return conversationOf(row);
  });
}

function conversationOf(row: Selectable<ConversationTable>): Conversation {
  return {
    tenant: row.tenant,
    id: row.id,
    userId: row.user_id,
    channel: row.channel,
    version: row.version,
    state: stateIn(row.state),
    lastSeq: row.last_seq,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
