import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { OutboxStore, OutgoingMessage, TakenMessage } from '../ports.ts';
import type { Database } from './database.ts';
import type { OutboxTable, Tables } from './tables.ts';

/** How often the fate of a message may stay unknown before it waits for the next message in its conversation. */
const DOUBTS = 2;

type Order = Parameters<OutboxStore['take']>[0];

/** What is still to be sent, and where conversations can be reached. */
export function createOutboxStore(database: Database): OutboxStore {
  const { db, write } = database;

  return {
    take: async (order) => {
      // Looking costs nothing on disk, and mostly there is nothing.
      const seen = await dueMessages(db, order);
      return seen.length === 0 ? [] : write((trx) => takeAll(trx, seen, order));
    },
    keep: ({ until, ...message }) =>
      write(async (trx) => {
        await held(trx.updateTable('outbox').set({ leased_until: until }), message).execute();
      }),
    remove: (message) =>
      write(async (trx) => {
        await held(trx.deleteFrom('outbox'), message).execute();
      }),
    postpone: ({ due, isDoubtful, ...message }) =>
      write(async (trx) => {
        const later = trx.updateTable('outbox').set((eb) => ({
          due_at: due,
          doubts: isDoubtful ? eb.ref('doubts') : eb('doubts', '-', 1),
          leased_until: null,
          lease_holder: null,
        }));
        await held(later, message).execute();
      }),
    expire: async (at) => {
      const late = await db.selectFrom('outbox').select('seq').where('expires_at', '<=', at).limit(1).execute();
      if (late.length === 0) return 0;
      return write(async (trx) => {
        const gone = await trx.deleteFrom('outbox').where('expires_at', '<=', at).executeTakeFirstOrThrow();
        return Number(gone.numDeletedRows);
      });
    },
    addressOf: async (tenant, conversationId) => {
      const row = await db
        .selectFrom('addresses')
        .select('address')
        .where('tenant', '=', tenant)
        .where('conversation_id', '=', conversationId)
        .executeTakeFirst();
      return row ? JSON.parse(row.address) : null;
    },
    forgetAddress: (tenant, conversationId) =>
      write(async (trx) => {
        for (const table of ['addresses', 'outbox'] as const) {
          await trx
            .deleteFrom(table)
            .where('tenant', '=', tenant)
            .where('conversation_id', '=', conversationId)
            .execute();
        }
      }),
  };
}

/** The first of each conversation, when it is due, free, in time, and not in doubt too often. */
function dueMessages(db: Kysely<Tables>, { at, limit }: Order): Promise<readonly Selectable<OutboxTable>[]> {
  return db
    .selectFrom('outbox')
    .selectAll()
    .where('due_at', '<=', at)
    .where('expires_at', '>', at)
    .where((eb) => eb.or([eb('leased_until', 'is', null), eb('leased_until', '<=', at)]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('outbox as earlier')
            .select('earlier.seq')
            .whereRef('earlier.tenant', '=', 'outbox.tenant')
            .whereRef('earlier.conversation_id', '=', 'outbox.conversation_id')
            .whereRef('earlier.seq', '<', 'outbox.seq'),
        ),
      ),
    )
    .where(
      'doubts',
      '<',
      sql<number>`${sql.lit(DOUBTS)} + (select count(*) from outbox as later where later.tenant = outbox.tenant
        and later.conversation_id = outbox.conversation_id and later.seq > outbox.seq)`,
    )
    .orderBy('due_at')
    .orderBy('tenant')
    .orderBy('conversation_id')
    .limit(limit)
    .execute();
}

/** Of two instances that saw the same message, one gets it. Whoever takes it may fall silent: so it is in doubt at once. */
async function takeAll(
  trx: Transaction<Tables>,
  seen: readonly Selectable<OutboxTable>[],
  { until, holder }: Order,
): Promise<readonly OutgoingMessage[]> {
  const taken: OutgoingMessage[] = [];
  for (const { tenant, conversation_id, seq, attempts } of seen) {
    const row = await trx
      .updateTable('outbox')
      .set((eb) => ({
        leased_until: until,
        lease_holder: holder,
        attempts: eb('attempts', '+', 1),
        doubts: eb('doubts', '+', 1),
      }))
      .where('tenant', '=', tenant)
      .where('conversation_id', '=', conversation_id)
      .where('seq', '=', seq)
      .where('attempts', '=', attempts)
      .returningAll()
      .executeTakeFirst();
    if (row) taken.push(messageOf(row));
  }
  return taken;
}

function messageOf(row: Selectable<OutboxTable>): OutgoingMessage {
  return {
    tenant: row.tenant,
    conversationId: row.conversation_id,
    seq: row.seq,
    address: JSON.parse(row.address),
    message: JSON.parse(row.message),
    attempts: row.attempts,
  };
}

/** Only the message that this holder still has. */
function held<Query extends { where(column: keyof OutboxTable, is: '=', value: string | number): Query }>(
  query: Query,
  { tenant, conversationId, seq, holder }: TakenMessage,
): Query {
  return query
    .where('tenant', '=', tenant)
    .where('conversation_id', '=', conversationId)
    .where('seq', '=', seq)
    .where('lease_holder', '=', holder);
}
