import type { Transaction } from 'kysely';
import type { ConversationStore } from '../ports.ts';
import { activityIdOf } from './activityIdOf.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

interface Replaced {
  readonly tenant: string;
  readonly conversationId: string;
  readonly activityId: string;
  readonly text: string | null;
  readonly at: string;
}

/** Puts other words, or none, in the place of what was said under a dedupe key; false when nothing was. */
export async function reviseActivity(
  database: Database,
  trx: Transaction<Tables>,
  change: Parameters<ConversationStore['revise']>[0],
): Promise<boolean> {
  const { tenant, conversationId, dedupeKey } = change;
  const activityId = await activityIdOf(trx, tenant, conversationId, dedupeKey);
  return activityId !== null && replaceWords(database, trx, { ...change, activityId });
}

/** The same for the activity of this id. */
export async function replaceWords(
  database: Database,
  trx: Transaction<Tables>,
  { tenant, conversationId, activityId, text, at }: Replaced,
): Promise<boolean> {
  const rows = trx.selectFrom('activities').select(['seq', 'activity']);
  const row = await rows
    .where('tenant', '=', tenant)
    .where('conversation_id', '=', conversationId)
    .where('seq', '=', seqIn(activityId))
    .executeTakeFirst();
  if (!row) return false;

  await trx
    .updateTable('activities')
    .set({ activity: JSON.stringify(revised(JSON.parse(row.activity), text, at)) })
    .where('tenant', '=', tenant)
    .where('conversation_id', '=', conversationId)
    .where('seq', '=', row.seq)
    .execute();
  await database.forget(trx);
  return true;
}

/** Ids in the log end with the place: `<conversation>|0000012`. */
function seqIn(activityId: string): number {
  return Number(activityId.slice(activityId.lastIndexOf('|') + 1)) || 0;
}

function revised(activity: { readonly channelData?: object }, text: string | null, at: string): object {
  const when = text === null ? { takenBackAt: at } : { changedAt: at };
  return { ...activity, text: text ?? '', channelData: { ...activity.channelData, ...when } };
}
