import { randomUUID } from 'node:crypto';
import { HttpError } from '../http/httpError.ts';
import type { HttpReply } from '../http/route.ts';
import { goTo } from '../mine/frame.ts';
import { type CoachVisit, type OpenTalk, shareAddress } from './coachVisit.ts';
import { endedPage } from './endedPages.ts';
import { missingIn } from './review.ts';
import { keepChange, keptFields, textIn, withSummary } from './reviewForms.ts';

/** Keeps the summary and sends the whole to the teacher, once nothing is missing. */
export async function sendReview(visit: CoachVisit, open: OpenTalk, fields: URLSearchParams): Promise<HttpReply> {
  const { options, coach, at } = visit;
  const { share } = open.open;
  const written = keptFields(visit, open, fields);
  const kept = await keepChange(visit, open, (review) => ({ review: withSummary(review, written), place: 'summary' }));
  if (kept === 'closed') return endedPage(visit);
  if (kept === 'changed') return goTo(`${shareAddress(share.id)}?wrong=changed#talk`);
  const turns = open.talk.kept.rehearsal.turns.length;
  const missing = missingIn(kept.review, { turns, isDouble: share.pair !== null });
  if (missing.length > 0) return goTo(`${shareAddress(share.id)}?missing=1#summary`);

  const who = { tenant: coach.tenant, coachId: coach.userId, shareId: share.id, at };
  const now = await options.storage.reviews.open({ ...who, as: 'at-work' });
  const sent = now ? await options.storage.reviews.send({ ...who, from: now.version }) : 'closed';
  if (sent === 'closed') return endedPage(visit);
  if (sent === 'changed') return goTo(`${shareAddress(share.id)}?wrong=changed#talk`);
  await options.tellTeacher({
    tenant: coach.tenant,
    teacherId: share.teacherId,
    rehearsalId: share.rehearsalId,
    shareId: share.id,
    coachName: share.coachName,
  });
  return goTo(`${shareAddress(share.id)}?sent=1`);
}

/** The coach answers in a thread. */
export async function answerComment(visit: CoachVisit, open: OpenTalk, fields: URLSearchParams): Promise<HttpReply> {
  const { options, coach, at } = visit;
  const shareId = open.open.share.id;
  const text = textIn(keptFields(visit, open, fields), 'text');
  const commentId = idIn(fields, 'comment');
  const back = goTo(`${shareAddress(shareId)}#comment-${commentId}`);
  if (text === '') return back;
  const who = { tenant: coach.tenant, coachId: coach.userId, shareId, at };
  const isKept = await options.storage.reviews.answer({ ...who, id: randomUUID(), commentId, text });
  return isKept ? back : endedPage(visit);
}

/** An id that came back in a form; empty when it is none of ours. */
export function idIn(fields: URLSearchParams, name: string): string {
  return /^[0-9a-f-]{36}$/u.exec(fields.get(name) ?? '')?.[0] ?? '';
}

/** The coach asks for a second one; the teacher decides. */
export async function askSecond(visit: CoachVisit, fields: URLSearchParams): Promise<HttpReply> {
  const { options, coach, at, request } = visit;
  const shareId = request.params['id'] ?? '';
  const second = (await options.identity.coaches.list(coach.tenant)).find(({ id }) => id === fields.get('second'));
  if (!second) throw new HttpError(400, 'BadSyntax', 'There is no such coach.');
  const isAsked = await options.storage.reviews.askSecond({
    tenant: coach.tenant,
    coachId: coach.userId,
    shareId,
    at,
    second: { id: second.id, name: second.name },
  });
  return isAsked ? goTo(`${shareAddress(shareId)}#double`) : endedPage(visit);
}
