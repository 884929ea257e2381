import type { Kysely } from 'kysely';
import type { BoardStore } from '../recovery/recoveryPorts.ts';
import { auditRowOf } from './auditChain.ts';
import type { Database } from './database.ts';
import { digest } from './digest.ts';
import { eraseTenant } from './eraseTenant.ts';
import { noteInJournal } from './noteInJournal.ts';
import type { Tables } from './tables.ts';

/** Organisations as a whole. */
export function createBoardStore(database: Database): BoardStore {
  const { db, write } = database;
  return {
    tenants: async () => {
      const rows = await db
        .selectFrom('conversations')
        .select('tenant')
        .union(db.selectFrom('coaches').select('tenant'))
        .union(db.selectFrom('audit_heads').select('tenant'))
        .orderBy('tenant')
        .execute();
      return rows.map(({ tenant }) => tenant);
    },
    people: async (tenant) => {
      const rows = await db
        .selectFrom('conversations')
        .select('user_id')
        .distinct()
        .where('tenant', '=', tenant)
        .orderBy('user_id')
        .execute();
      return rows.map(({ user_id }) => user_id);
    },
    shared: async (tenant) => {
      const links = await db
        .selectFrom('links')
        .selectAll()
        .where((eb) => eb.or([eb('tenant', '=', tenant), eb('other_tenant', '=', tenant)]))
        .orderBy('user_id')
        .execute();
      const audit = await db.selectFrom('audit').selectAll().where('tenant', '=', tenant).orderBy('seq').execute();
      return {
        coaches: await rowsOf(db, 'coaches', tenant).orderBy('id').execute(),
        links,
        shares: await rowsOf(db, 'shares', tenant).orderBy('id').execute(),
        reviews: await rowsOf(db, 'reviews', tenant).orderBy('share_id').execute(),
        answers: await rowsOf(db, 'answers', tenant).orderBy('id').execute(),
        audit: audit.map(auditRowOf),
      };
    },
    erase: async (tenant, at) => {
      await write(
        async (trx) => {
          await eraseTenant(trx, tenant, at);
          await noteInJournal(trx, { at, what: 'tenant', of: digest(tenant) });
          await database.forget(trx);
        },
        { erases: true },
      );
      await database.tidy();
    },
  };
}

function rowsOf<Table extends 'coaches' | 'shares' | 'reviews' | 'answers'>(
  db: Kysely<Tables>,
  table: Table,
  tenant: string,
) {
  return db.selectFrom<'coaches' | 'shares' | 'reviews' | 'answers'>(table).selectAll().where('tenant', '=', tenant);
}
