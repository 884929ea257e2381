import type { Kysely } from 'kysely';
import { digest } from './digest.ts';
import type { Tables } from './tables.ts';

/** The activity id that was answered for this dedupe key; null when the key has had no effect yet. */
export async function activityIdOf(
  db: Kysely<Tables>,
  tenant: string,
  conversationId: string,
  dedupeKey: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('dedupe')
    .select('activity_id')
    .where('tenant', '=', tenant)
    .where('conversation_id', '=', conversationId)
    .where('key_digest', '=', digest(dedupeKey))
    .executeTakeFirst();
  return row?.activity_id ?? null;
}
