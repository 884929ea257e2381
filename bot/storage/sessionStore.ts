import type { Selectable } from 'kysely';
import type { KeptSession, SessionStore } from '../identity/stores.ts';
import type { Database } from './database.ts';
import type { SessionTable } from './tables.ts';

const MOST_LISTED = 50;

/** Sign-ins, by the digest of their secret. */
export function createSessionStore({ db, write }: Database): SessionStore {
  return {
    begin: (session) =>
      write(async (trx) => {
        await trx.insertInto('sessions').values(valuesOf(session)).execute();
      }),
    find: async (digest, at) => {
      const row = await db
        .selectFrom('sessions')
        .selectAll()
        .where('digest', '=', digest)
        .where('idle_until', '>', at)
        .where('ends_at', '>', at)
        .executeTakeFirst();
      return row ? sessionOf(row) : null;
    },
    listOf: async (tenant, userId, at) => {
      const rows = await db
        .selectFrom('sessions')
        .selectAll()
        .where('tenant', '=', tenant)
        .where('user_id', '=', userId)
        .where('idle_until', '>', at)
        .where('ends_at', '>', at)
        .orderBy('seen_at', 'desc')
        .limit(MOST_LISTED)
        .execute();
      return rows.map(sessionOf);
    },
    touch: (digest, { at, idleUntil }) =>
      write(async (trx) => {
        await trx
          .updateTable('sessions')
          .set({ seen_at: at, idle_until: idleUntil })
          .where('digest', '=', digest)
          .execute();
      }),
    claimCheck: (digest, { checkedAt, at, until }) =>
      write(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('sessions')
          .set({ checking_until: until })
          .where('digest', '=', digest)
          .where('checked_at', '=', checkedAt)
          .where((eb) => eb.or([eb('checking_until', 'is', null), eb('checking_until', '<=', at)]))
          .executeTakeFirstOrThrow();
        return numUpdatedRows > 0n;
      }),
    passCheck: (digest, { at, roles, name, grant }) =>
      write(async (trx) => {
        await trx
          .updateTable('sessions')
          .set({ checked_at: at, checking_until: null, roles: JSON.stringify(roles), name, grant_sealed: grant })
          .where('digest', '=', digest)
          .execute();
      }),
    end: (digest) =>
      write(async (trx) => {
        await trx.deleteFrom('sessions').where('digest', '=', digest).execute();
      }),
    expire: (at) =>
      write(async (trx) => {
        const sessions = await trx
          .deleteFrom('sessions')
          .where((eb) => eb.or([eb('idle_until', '<=', at), eb('ends_at', '<=', at)]))
          .executeTakeFirstOrThrow();
        const things = await trx.deleteFrom('one_times').where('expires_at', '<=', at).executeTakeFirstOrThrow();
        return Number(sessions.numDeletedRows + things.numDeletedRows);
      }),
  };
}

function valuesOf(session: KeptSession): SessionTable {
  return {
    digest: session.digest,
    tenant: session.tenant,
    user_id: session.userId,
    place: session.place,
    name: session.name,
    roles: JSON.stringify(session.roles),
    created_at: session.createdAt,
    seen_at: session.seenAt,
    idle_until: session.idleUntil,
    ends_at: session.endsAt,
    checked_at: session.checkedAt,
    checking_until: null,
    grant_sealed: session.grant,
  };
}

function sessionOf(row: Selectable<SessionTable>): KeptSession {
  return {
    digest: row.digest,
    tenant: row.tenant,
    userId: row.user_id,
    place: row.place,
    name: row.name,
    roles: JSON.parse(row.roles),
    createdAt: row.created_at,
    seenAt: row.seen_at,
    idleUntil: row.idle_until,
    endsAt: row.ends_at,
    checkedAt: row.checked_at,
    grant: row.grant_sealed,
  };
}
