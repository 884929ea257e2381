import type { Kysely } from 'kysely';
import type { JsonObject } from '../ports.ts';
import { auditRowOf } from './auditChain.ts';
import { givenShares } from './shareRows.ts';
import type { Tables } from './tables.ts';

/** With whom one rehearsal was shared, what came of it, and who did what with it: `{ shares, audit }`, oldest first. */
export async function exportShares(
  db: Kysely<Tables>,
  { tenant, userId, rehearsalId }: { readonly tenant: string; readonly userId: string; readonly rehearsalId: string },
): Promise<JsonObject> {
  const given = await givenShares(db, tenant, userId, rehearsalId);
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('owner', '=', userId)
    .where('rehearsal_id', '=', rehearsalId)
    .orderBy('seq')
    .execute();
  return { shares: given.toReversed(), audit: rows.map(auditRowOf) };
}
