import type { AuditStore } from '../coach/reviewPorts.ts';
import { addToChain, auditRowOf, expireChains, firstBroken, takeChain } from './auditChain.ts';
import type { Database } from './database.ts';

/** Newer rows than these are what a page shows. */
const MOST_SHOWN = 200;

/** Who did what with whose rehearsal. */
export function createAuditStore({ db, write }: Database): AuditStore {
  return {
    note: ({ tenant, ...noted }) =>
      write(async (trx) => {
        await addToChain(trx, tenant, await takeChain(trx, tenant), noted);
      }),
    ofRehearsal: async (tenant, owner, rehearsalId) => {
      const rows = await db
        .selectFrom('audit')
        .selectAll()
        .where('tenant', '=', tenant)
        .where('owner', '=', owner)
        .where('rehearsal_id', '=', rehearsalId)
        .orderBy('seq', 'desc')
        .limit(MOST_SHOWN)
        .execute();
      return rows.map(auditRowOf).toReversed();
    },
    expire: (before) => write((trx) => expireChains(trx, before)),
    firstBroken: (tenant) => firstBroken(db, tenant),
  };
}
