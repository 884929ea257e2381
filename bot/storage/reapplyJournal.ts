import type { Transaction } from 'kysely';
import type { JournalEntry, Reapplied } from '../recovery/recoveryPorts.ts';
import { firstBroken } from './auditChain.ts';
import { endCoach } from './coachStore.ts';
import type { Database } from './database.ts';
import { digest } from './digest.ts';
import { dropUnusedRevisions } from './dropUnusedRevisions.ts';
import { eraseRehearsals } from './eraseRehearsals.ts';
import { eraseTenant } from './eraseTenant.ts';
import { eraseConversations } from './eraseUser.ts';
import { dropLinks } from './linkStore.ts';
import { keepEntry } from './noteInJournal.ts';
import { replaceWords } from './reviseActivity.ts';
import type { Tables } from './tables.ts';
import { withdrawShare } from './withdrawShare.ts';

/** Does again what these entries tell of, in one transaction: see `JournalStore`. */
export async function reapplyJournal(
  database: Database,
  trx: Transaction<Tables>,
  entries: readonly JournalEntry[],
): Promise<Reapplied> {
  const rows = await trx.selectFrom('journal').select('id').execute();
  const known = new Set(rows.map(({ id }) => id));
  const { newest } = await trx
    .selectFrom('conversations')
    .select(({ fn }) => fn.max('updated_at').as('newest'))
    .executeTakeFirstOrThrow();
  let applied = 0;
  for (const entry of entries) {
    if (known.has(entry.id)) continue;
    await reapply(database, trx, entry);
    await keepEntry(trx, entry);
    known.add(entry.id);
    applied += 1;
  }
  const signedOut = await endSignIns(trx);
  await dropUnusedRevisions(trx);
  if (applied > 0) await database.forget(trx);
  return { applied, known: entries.length - applied, signedOut, brokenChains: await brokenChains(trx), newest };
}

function reapply(database: Database, trx: Transaction<Tables>, entry: JournalEntry): Promise<void> {
  switch (entry.what) {
    case 'user':
      return eraseAgain(trx, entry.of, entry.at);
    case 'rehearsals':
      return eraseRehearsalsAgain(trx, entry.of, entry.ids, entry.at);
    case 'share':
      return withdrawAgain(database, trx, entry.of, entry.at);
    case 'message':
      return takeWordsBackAgain(database, trx, entry.of, entry.key, entry.at);
    case 'links':
      return unlinkAgain(trx, entry.of);
    case 'coach':
      return endCoachAgain(trx, entry.of, entry.at);
    case 'tenant':
      return eraseTenantAgain(trx, entry.of, entry.at);
  }
}

async function eraseAgain(trx: Transaction<Tables>, of: string, at: string): Promise<void> {
  const people = await trx.selectFrom('conversations').select(['tenant', 'user_id']).distinct().execute();
  for (const { tenant, user_id: userId } of people) {
    if (digest(tenant, userId) !== of) continue;
    await eraseConversations(trx, { tenant, userId }, { keep: null, at });
    await dropLinks(trx, { tenant, userId });
  }
}

/** A state that knows the rehearsal holds words of it: then the conversation begins anew. */
async function eraseRehearsalsAgain(
  trx: Transaction<Tables>,
  of: string,
  ids: readonly string[],
  at: string,
): Promise<void> {
  const rows = await trx
    .selectFrom('rehearsals')
    .innerJoin('conversations', (join) =>
      join
        .onRef('conversations.tenant', '=', 'rehearsals.tenant')
        .onRef('conversations.id', '=', 'rehearsals.conversation_id'),
    )
    .select(['conversations.tenant', 'conversations.id', 'conversations.user_id', 'conversations.state'])
    .where('rehearsals.id', 'in', ids)
    .execute();
  const home = rows.find(({ tenant, id }) => digest(tenant, id) === of);
  if (!home) return;
  await eraseRehearsals(trx, { tenant: home.tenant, userId: home.user_id, conversationId: home.id, ids, at });
  if (!ids.some((id) => home.state?.includes(id))) return;
  await trx
    .updateTable('conversations')
    .set({ state: null })
    .where('tenant', '=', home.tenant)
    .where('id', '=', home.id)
    .execute();
}

async function withdrawAgain(database: Database, trx: Transaction<Tables>, of: string, at: string): Promise<void> {
  const rows = await trx
    .selectFrom('shares')
    .select(['tenant', 'teacher_id', 'id'])
    .where('withdrawn_at', 'is', null)
    .execute();
  const share = rows.find(({ tenant, id }) => digest(tenant, id) === of);
  if (share) await withdrawShare(database, trx, { ...share, teacherId: share.teacher_id, at });
}

/** The new words, if there were any, are lost with the machine: so none are left. */
async function takeWordsBackAgain(
  database: Database,
  trx: Transaction<Tables>,
  of: string,
  key: string,
  at: string,
): Promise<void> {
  const rows = await trx
    .selectFrom('dedupe')
    .select(['tenant', 'conversation_id', 'activity_id'])
    .where('key_digest', '=', key)
    .execute();
  const said = rows.find((row) => digest(row.tenant, row.conversation_id) === of);
  if (!said) return;
  const { tenant, conversation_id: conversationId, activity_id: activityId } = said;
  await replaceWords(database, trx, { tenant, conversationId, activityId, text: null, at });
}

async function unlinkAgain(trx: Transaction<Tables>, of: string): Promise<void> {
  const rows = await trx.selectFrom('links').selectAll().execute();
  const people = rows.flatMap(({ tenant, user_id, other_tenant, other_user_id }) => [
    { tenant, userId: user_id },
    { tenant: other_tenant, userId: other_user_id },
  ]);
  const person = people.find(({ tenant, userId }) => digest(tenant, userId) === of);
  if (person) await dropLinks(trx, person);
}

async function endCoachAgain(trx: Transaction<Tables>, of: string, at: string): Promise<void> {
  const rows = await trx.selectFrom('coaches').select(['tenant', 'id']).where('ended_at', 'is', null).execute();
  const coach = rows.find(({ tenant, id }) => digest(tenant, id) === of);
  if (coach) await endCoach(trx, { ...coach, at });
}

async function eraseTenantAgain(trx: Transaction<Tables>, of: string, at: string): Promise<void> {
  const rows = await trx.selectFrom('conversations').select('tenant').distinct().execute();
  for (const { tenant } of rows) if (digest(tenant) === of) await eraseTenant(trx, tenant, at);
}

/** A backup knows sign-ins that ended since, and links that were used since. */
async function endSignIns(trx: Transaction<Tables>): Promise<number> {
  const sessions = await trx.deleteFrom('sessions').executeTakeFirstOrThrow();
  const links = await trx.deleteFrom('one_times').executeTakeFirstOrThrow();
  return Number(sessions.numDeletedRows + links.numDeletedRows);
}

async function brokenChains(trx: Transaction<Tables>): Promise<readonly string[]> {
  const rows = await trx.selectFrom('audit_heads').select('tenant').orderBy('tenant').execute();
  const broken: string[] = [];
  for (const { tenant } of rows) if ((await firstBroken(trx, tenant)) !== null) broken.push(tenant);
  return broken;
}
