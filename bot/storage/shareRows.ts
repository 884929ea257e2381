import type { Kysely, Selectable } from 'kysely';
import { EMPTY_REVIEW, type Review } from '../coach/review.ts';
import type { Answered, GivenShare, Share } from '../coach/reviewPorts.ts';
import type { ShareTable } from './reviewTables.ts';
import type { Tables } from './tables.ts';

/** A share as the outside knows it. */
export function shareOf(row: Selectable<ShareTable>): Share {
  return {
    id: row.id,
    rehearsalId: row.rehearsal_id,
    teacherId: row.teacher_id,
    teacherName: row.teacher_name,
    coachId: row.coach_id,
    coachName: row.coach_name,
    question: row.question,
    mayLearn: row.may_learn === 1,
    sharedAt: row.shared_at,
    endsAt: row.ends_at,
    withdrawnAt: row.withdrawn_at,
    sentAt: row.sent_at,
    pair: row.pair,
    pairedAt: row.paired_at,
    wantsSecond: row.second_id === null ? null : { id: row.second_id, name: row.second_name ?? '' },
  };
}

/** The shares of one rehearsal of this teacher, the newest first; what a coach wrote once it was sent. */
export async function givenShares(
  db: Kysely<Tables>,
  tenant: string,
  teacherId: string,
  rehearsalId: string,
): Promise<readonly GivenShare[]> {
  const rows = await db
    .selectFrom('shares')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('teacher_id', '=', teacherId)
    .where('rehearsal_id', '=', rehearsalId)
    .orderBy('shared_at', 'desc')
    .orderBy('id')
    .execute();
  const given: GivenShare[] = [];
  for (const share of rows.map(shareOf)) {
    const isSent = share.sentAt !== null;
    const review = isSent ? (await reviewOf(db, tenant, share.id)).review : null;
    given.push({ share, review, answers: isSent ? await answersTo(db, tenant, share.id) : [] });
  }
  return given;
}

/** The coach's work as it now is; empty before the first word. */
export async function reviewOf(
  db: Kysely<Tables>,
  tenant: string,
  shareId: string,
): Promise<{ readonly review: Review; readonly version: number }> {
  const row = await db
    .selectFrom('reviews')
    .select(['review', 'version'])
    .where('tenant', '=', tenant)
    .where('share_id', '=', shareId)
    .executeTakeFirst();
  return row ? { review: JSON.parse(row.review), version: row.version } : { review: EMPTY_REVIEW, version: 0 };
}

/** The answers to its comments, in the order in which they were given. */
export async function answersTo(db: Kysely<Tables>, tenant: string, shareId: string): Promise<readonly Answered[]> {
  const rows = await db
    .selectFrom('answers')
    .select(['id', 'comment_id', 'said_by', 'text', 'said_at'])
    .where('tenant', '=', tenant)
    .where('share_id', '=', shareId)
    .orderBy('said_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    commentId: row.comment_id,
    by: row.said_by,
    text: row.text,
    at: row.said_at,
  }));
}

/** Keeps an answer, when the review was sent and has such a comment with room in its thread. */
export async function keepAnswer(
  db: Kysely<Tables>,
  { tenant, shareId, id, commentId, by, text, at }: Answered & { readonly tenant: string; readonly shareId: string },
): Promise<boolean> {
  const { review } = await reviewOf(db, tenant, shareId);
  if (!review.comments.some((comment) => comment.id === commentId)) return false;
  const thread = (await answersTo(db, tenant, shareId)).filter((one) => one.commentId === commentId);
  if (thread.length >= LONGEST_THREAD) return false;
  await db
    .insertInto('answers')
    .values({ tenant, id, share_id: shareId, comment_id: commentId, said_by: by, text, said_at: at })
    .execute();
  return true;
}

const LONGEST_THREAD = 40;
