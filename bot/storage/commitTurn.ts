import type { Transaction } from 'kysely';
import type { CommitResult, KeptTalk, LoggedActivity, TurnCommit } from '../ports.ts';
import type { Database, Insert } from './database.ts';
import { digest } from './digest.ts';
import { eraseRehearsals } from './eraseRehearsals.ts';
import { eraseUser } from './eraseUser.ts';
import { noteInJournal } from './noteInJournal.ts';
import type { Tables } from './tables.ts';
import { turnInserts } from './turnInserts.ts';

/** Where the conversation stands once the turn has moved it on. */
interface Moved {
  readonly version: number;
  readonly last_seq: number;
  readonly user_id: string;
}

/**
 * Writes one turn inside a transaction. The first statement takes the conversation's row and moves it on, or finds that
 * it may not; so a turn that is refused has written nothing.
 */
export async function commitTurn(
  database: Database,
  trx: Transaction<Tables>,
  turn: TurnCommit,
): Promise<CommitResult> {
  const moved = await moveOn(trx, turn);
  if (!moved) return refusal(trx, turn);

  if (turn.eraseUser) await eraseUserOf(database, trx, turn, moved);
  else if (turn.rehearsalsErased.length > 0) await eraseRehearsalsOf(database, trx, turn, moved);
  const logged = numbered(turn, moved);
  const inserts: readonly Insert[] = turnInserts(trx, turn, moved.version, logged);
  await database.insertTogether(trx, inserts);
  await endRehearsals(trx, turn, logged.at(-1)?.seq ?? moved.last_seq);
  return {
    status: 'committed',
    version: moved.version,
    logged: logged.map(({ seq, json }): LoggedActivity => ({ seq, activity: JSON.parse(json) })),
  };
}

function moveOn(trx: Transaction<Tables>, turn: TurnCommit): Promise<Moved | undefined> {
  return trx
    .updateTable('conversations')
    .set(({ eb }) => ({
      version: eb('version', '+', 1),
      last_seq: eb('last_seq', '+', turn.activities.length),
      state: JSON.stringify(turn.state),
      ...(turn.isUnasked ? {} : { updated_at: turn.at }),
      ...(turn.remindOn === undefined ? {} : { remind_on: turn.remindOn }),
    }))
    .where('tenant', '=', turn.tenant)
    .where('id', '=', turn.conversationId)
    .where('version', '=', turn.expectedVersion)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('dedupe')
            .select('activity_id')
            .where('tenant', '=', turn.tenant)
            .where('conversation_id', '=', turn.conversationId)
            .where('key_digest', '=', digest(turn.dedupeKey)),
        ),
      ),
    )
    .returning(['version', 'last_seq', 'user_id'])
    .executeTakeFirst();
}

async function refusal(trx: Transaction<Tables>, turn: TurnCommit): Promise<CommitResult> {
  const duplicate = await trx
    .selectFrom('dedupe')
    .select(['activity_id', 'answer'])
    .where('tenant', '=', turn.tenant)
    .where('conversation_id', '=', turn.conversationId)
    .where('key_digest', '=', digest(turn.dedupeKey))
    .executeTakeFirst();
  if (!duplicate) return { status: 'conflict' };
  const { activity_id: activityId, answer } = duplicate;
  return { status: 'duplicate', activityId, ...(answer === null ? {} : { answer: JSON.parse(answer) }) };
}

async function eraseUserOf(
  database: Database,
  trx: Transaction<Tables>,
  { tenant, conversationId, at }: TurnCommit,
  { user_id }: Moved,
): Promise<void> {
  await eraseUser(trx, { tenant, userId: user_id, keep: conversationId, at });
  await database.forget(trx);
}

async function eraseRehearsalsOf(
  database: Database,
  trx: Transaction<Tables>,
  { tenant, conversationId, rehearsalsErased, at }: TurnCommit,
  { user_id }: Moved,
): Promise<void> {
  await eraseRehearsals(trx, { tenant, userId: user_id, conversationId, ids: rehearsalsErased, at });
  await noteInJournal(trx, { at, what: 'rehearsals', of: digest(tenant, conversationId), ids: [...rehearsalsErased] });
  await database.forget(trx);
}

function numbered({ activities }: TurnCommit, { last_seq }: Moved): readonly { seq: number; json: string }[] {
  const before = last_seq - activities.length;
  return activities.map((activity, index) => ({ seq: before + index + 1, json: JSON.stringify(activity) }));
}

async function endRehearsals(trx: Transaction<Tables>, turn: TurnCommit, lastSeq: number): Promise<void> {
  for (const { id, reason, kept } of turn.rehearsalsEnded) {
    await trx
      .updateTable('rehearsals')
      .set(({ fn, val }) => ({
        // When a talk ends again, after it was taken back or with its debrief, the first time stays.
        ended_at: fn.coalesce('ended_at', val(turn.at)),
        end_reason: reason,
        last_seq: lastSeq,
        ...(kept ? keptColumns(kept) : {}),
      }))
      .where('tenant', '=', turn.tenant)
      .where('conversation_id', '=', turn.conversationId)
      .where('id', '=', id)
      .execute();
  }
}

function keptColumns({ summary, words, talk }: KeptTalk) {
  return { summary: JSON.stringify(summary), words, talk: JSON.stringify(talk) };
}
