import type { Kysely, Selectable } from 'kysely';
import type { JsonObject } from '../ports.ts';
import { exportShares } from './exportShares.ts';
import { stateIn } from './stateIn.ts';
import type { ConversationTable, LedgerTable, RehearsalTable, Tables } from './tables.ts';

/**
 * Everything of one user in one tenant, oldest first:
 * `{ tenant, userId, conversations: [{ id, channel, createdAt, updatedAt, state, activities, rehearsals, keepsakes }] }`, where
 * each rehearsal has its `ledger`, its `shares` with what coaches sent, and the `audit` of who did what with it.
 */
export function exportUser(db: Kysely<Tables>, tenant: string, userId: string): Promise<JsonObject> {
  // One moment for the whole: a turn that is committed meanwhile is in all of it, or in nothing.
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((trx) => exportConversations(trx, tenant, userId));
}

async function exportConversations(db: Kysely<Tables>, tenant: string, userId: string): Promise<JsonObject> {
  const rows = await db
    .selectFrom('conversations')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const conversations: JsonObject[] = [];
  for (const row of rows) conversations.push(await exportConversation(db, row));
  return { tenant, userId, conversations };
}

async function exportConversation(db: Kysely<Tables>, row: Selectable<ConversationTable>): Promise<JsonObject> {
  const activities = await partOf(db, 'activities', row).select(['seq', 'activity']).orderBy('seq').execute();
  const rehearsals = await partOf(db, 'rehearsals', row).selectAll().orderBy('started_at').orderBy('id').execute();
  const ledger = await partOf(db, 'ledger', row).selectAll().orderBy('version').orderBy('position').execute();
  const shared: JsonObject[] = [];
  for (const { tenant, id } of rehearsals) {
    shared.push(await exportShares(db, { tenant, userId: row.user_id, rehearsalId: id }));
  }
  const keepsakes = await partOf(db, 'keepsakes', row).selectAll().orderBy('made_at').orderBy('id').execute();
  return {
    id: row.id,
    channel: row.channel,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    state: stateIn(row.state),
    activities: activities.map(({ seq, activity }) => ({ seq, activity: JSON.parse(activity) })),
    rehearsals: rehearsals.map((rehearsal, index) => ({ ...exportRehearsal(rehearsal, ledger), ...shared[index] })),
    keepsakes: keepsakes.map(({ id, keepsake, made_at }) => ({
      id,
      madeAt: made_at,
      keepsake: JSON.parse(keepsake),
    })),
  };
}

function partOf<Part extends 'activities' | 'rehearsals' | 'ledger' | 'keepsakes'>(
  db: Kysely<Tables>,
  part: Part,
  { tenant, id }: Selectable<ConversationTable>,
) {
  return db
    .selectFrom<'activities' | 'rehearsals' | 'ledger' | 'keepsakes'>(part)
    .where('tenant', '=', tenant)
    .where('conversation_id', '=', id);
}

function exportRehearsal(
  rehearsal: Selectable<RehearsalTable>,
  ledger: readonly Selectable<LedgerTable>[],
): JsonObject {
  return {
    id: rehearsal.id,
    scenarioId: rehearsal.scenario_id,
    revision: rehearsal.revision,
    locale: rehearsal.locale,
    seed: rehearsal.seed,
    startedAt: rehearsal.started_at,
    endedAt: rehearsal.ended_at,
    endReason: rehearsal.end_reason,
    talk: rehearsal.talk === null ? null : JSON.parse(rehearsal.talk),
    ledger: ledger
      .filter(({ rehearsal_id }) => rehearsal_id === rehearsal.id)
      .map(({ turn, lines }) => ({ turn, lines: JSON.parse(lines) })),
  };
}
