import type { Transaction } from 'kysely';
import type { Person } from '../identity/principal.ts';
import { digest } from './digest.ts';
import { dropUnusedRevisions } from './dropUnusedRevisions.ts';
import { keepProof } from './keepProof.ts';
import { dropLinks, samePeople } from './linkStore.ts';
import { noteInJournal } from './noteInJournal.ts';
import type { Tables } from './tables.ts';

const PARTS = ['rehearsals', 'keepsakes', 'dedupe', 'outbox', 'addresses', 'activities'] as const;

/**
 * Erases everything of one user in one tenant, and of those who are the same person: conversations with all that hangs on
 * them. Of the conversation `keep` the row stays, so that it can go on where it was. A row with counts stays as proof.
 */
export async function eraseUser(
  trx: Transaction<Tables>,
  user: Person & { readonly keep: string; readonly at: string },
): Promise<void> {
  const { tenant, keep, at } = user;
  const others = await samePeople(trx, user);
  for (const person of [user, ...others]) {
    await eraseConversations(trx, person, { keep, at });
    await noteInJournal(trx, { at, what: 'user', of: digest(person.tenant, person.userId) });
  }
  for (const part of PARTS) {
    await trx.deleteFrom(part).where('tenant', '=', tenant).where('conversation_id', '=', keep).execute();
  }
  await dropLinks(trx, user);
  await dropUnusedRevisions(trx);
}

/** All but one, if there is one to keep, and the proof of it; the one counts too where it is this person's. */
export async function eraseConversations(
  trx: Transaction<Tables>,
  person: Person,
  { keep, at }: { readonly keep: string | null; readonly at: string },
): Promise<void> {
  const { tenant, userId } = person;
  const counts = {
    conversations: await countOf(trx, 'conversations', person),
    activities: await countOf(trx, 'activities', person),
    rehearsals: await countOf(trx, 'rehearsals', person),
  };
  const theirs = trx.deleteFrom('conversations').where('tenant', '=', tenant).where('user_id', '=', userId);
  await (keep === null ? theirs : theirs.where('id', '!=', keep)).execute();
  await keepProof(trx, { at, cause: 'asked', user_digest: digest(tenant, userId), ...counts });
}

async function countOf(
  trx: Transaction<Tables>,
  part: 'conversations' | 'activities' | 'rehearsals',
  { tenant, userId }: Person,
): Promise<number> {
  const inConversation = part === 'conversations' ? 'id' : 'conversation_id';
  const { count } = await trx
    .selectFrom<'conversations' | 'activities' | 'rehearsals'>(part)
    .select(({ fn }) => fn.countAll().as('count'))
    .where('tenant', '=', tenant)
    .where(inConversation, 'in', (eb) =>
      eb.selectFrom('conversations').select('id').where('tenant', '=', tenant).where('user_id', '=', userId),
    )
    .executeTakeFirstOrThrow();
  return Number(count);
}
