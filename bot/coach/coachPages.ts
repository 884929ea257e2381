import { createTexts } from '../../dialogs/texts.ts';
import { openTalk } from '../exports/openTalk.ts';
import { createRateLimit } from '../http/rateLimit.ts';
import type { HttpReply, HttpRequest, Route } from '../http/route.ts';
import type { Principal } from '../identity/principal.ts';
import { type Framed, localeOf, PRIVATE } from '../mine/frame.ts';
import { agreementPage } from './agreementPage.ts';
import { allAgreementPage } from './allAgreementPage.ts';
import { asBlind, asShared } from './asShared.ts';
import { COACH, type CoachAnswer, type CoachOptions, type CoachVisit, type OpenTalk } from './coachVisit.ts';
import { correctionsFile } from './correctionsFile.ts';
import { endedPage, nobodyPage, olderPage } from './endedPages.ts';
import { placeOf } from './placeOf.ts';
import { queuePage } from './queuePage.ts';
import { REVIEW_FILES } from './reviewFiles.ts';
import { changeReview, REVIEW_FORMS, type ReviewForm } from './reviewForms.ts';
import { reviewPage } from './reviewPage.ts';
import { answerComment, askSecond, sendReview } from './sendReview.ts';

const VISITS_PER_MINUTE = 240;
/** An open page asks whether it still may be shown, more than once a second, in a few tabs. */
const QUESTIONS_PER_MINUTE = 1200;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * A coach's pages: the own queue, and what was shared one by one. Every request asks anew who it is and whether it is still
 * shared, in the same transaction as what is read or written. There is no list of teachers, and nothing in any order but
 * that of time.
 */
export function coachPages(options: CoachOptions): readonly Route[] {
  const texts = createTexts(options.content.messages);
  const visits = createRateLimit(VISITS_PER_MINUTE, 60);
  const questions = createRateLimit(QUESTIONS_PER_MINUTE, 60);
  const { now = () => new Date(), files } = options;

  /** A reply for somebody who is no coach. */
  const visitOf = async (request: HttpRequest, limit = visits): Promise<CoachVisit | HttpReply> => {
    const { coachOf, teacherOf } = options.identity;
    const person = (await coachOf(request.headers)) ?? (await teacherOf(request.headers));
    await limit.take(person?.userId ?? request.ip);
    const locale = localeOf(request);
    const framed = { locale, t: texts(locale), files, ...(person ? placeOf(person) : {}) };
    const at = now().toISOString();
    if (person?.roles.has('coach')) return { ...framed, options, request, coach: person, texts, at };
    return (person ? null : options.signIn?.(request)) ?? refuse(options, framed, request, person, at);
  };
  const get = (path: string, answer: CoachAnswer): Route => ({
    method: 'GET',
    path: `${COACH}${path}`,
    handle: async (request) => {
      const visit = await visitOf(request);
      return 'status' in visit ? visit : answer(visit);
    },
  });
  const post = (path: string, answer: (visit: CoachVisit, fields: URLSearchParams) => Promise<HttpReply>): Route => ({
    method: 'POST',
    path: `${COACH}${path}`,
    takesBody: 'form',
    handle: async (request) => {
      const visit = await visitOf(request);
      if ('status' in visit) return visit;
      return answer(visit, options.identity.forms.fieldsOf(visit.coach, request));
    },
  });
  const form = (name: string, read: ReviewForm): Route =>
    post(`/shares/:id/${name}`, (visit, fields) =>
      withOpen(visit, 'at-work', (open) => changeReview(visit, open, fields, read)),
    );

  return [
    get('', queuePage),
    get('/corrections.jsonl', correctionsFile),
    get('/agreement', allAgreementPage),
    get('/shares/:id', (visit) => withOpen(visit, 'viewed', (open) => reviewPage(visit, open))),
    get('/shares/:id/agreement', (visit) => withOpen(visit, 'viewed', (open) => agreementPage(visit, open))),
    {
      method: 'GET',
      path: `${COACH}/shares/:id/open`,
      handle: async (request) => {
        const visit = await visitOf(request, questions);
        return 'status' in visit ? visit : stillOpen(visit);
      },
    },
    ...Object.entries(REVIEW_FORMS).map(([name, read]) => form(name, read)),
    post('/shares/:id/send', (visit, fields) => withOpen(visit, 'at-work', (open) => sendReview(visit, open, fields))),
    post('/shares/:id/answers', (visit, fields) =>
      withOpen(visit, 'at-work', (open) => answerComment(visit, open, fields)),
    ),
    post('/shares/:id/second', (visit, fields) => askSecond(visit, fields)),
    ...Object.entries(REVIEW_FILES).map(([name, make]) =>
      get(`/shares/:id/${name}`, (visit) => withOpen(visit, 'exported', (open) => make(visit, open))),
    ),
  ];
}

/** Who only runs the installation is refused; anybody else finds nothing here. What was asked for is noted. */
async function refuse(
  { storage }: CoachOptions,
  framed: Framed,
  request: HttpRequest,
  person: Principal | null,
  at: string,
): Promise<HttpReply> {
  const id = request.params['id'] ?? '';
  if (person && UUID.test(id)) {
    const { tenant, userId: actor } = person;
    await storage.audit.note({ tenant, at, actor, action: 'refused', rehearsalId: null, shareId: id, owner: null });
  }
  return nobodyPage(framed, request, person?.roles.has('admin') ? 403 : 404);
}

async function withOpen(
  visit: CoachVisit,
  as: 'viewed' | 'exported' | 'at-work',
  answer: (open: OpenTalk) => Promise<HttpReply> | HttpReply,
): Promise<HttpReply> {
  const { options, coach, at, request } = visit;
  const shareId = request.params['id'] ?? '';
  if (!UUID.test(shareId)) return endedPage(visit);
  const who = { tenant: coach.tenant, coachId: coach.userId, shareId, at };
  const open = await options.storage.reviews.open({ ...who, as });
  if (!open) return endedPage(visit);
  const { rehearsal, share } = open;
  const talk = await openTalk(
    { id: share.rehearsalId, ...rehearsal },
    options.content,
    options.storage.scenarioRevisions,
  );
  if (!talk) return olderPage(visit);
  const isBlind = share.pair !== null && share.sentAt === null;
  const kept = asShared(talk.kept);
  const reply = await answer({ open, talk: { ...talk, kept: isBlind ? asBlind(kept) : kept }, isBlind });
  // Making a page takes a moment in which the teacher may have taken it back.
  const isShown = as !== 'at-work' && reply.status === 200;
  return isShown && !(await options.storage.reviews.isOpen({ ...who, at: nowOf(options) })) ? endedPage(visit) : reply;
}

/** What an open page asks: 204 while it is shared, 404 from the moment that it is not. */
async function stillOpen({ options, coach, at, request }: CoachVisit): Promise<HttpReply> {
  const shareId = request.params['id'] ?? '';
  const isOpen =
    UUID.test(shareId) &&
    (await options.storage.reviews.isOpen({ tenant: coach.tenant, coachId: coach.userId, shareId, at }));
  return { status: isOpen ? 204 : 404, headers: PRIVATE };
}

function nowOf({ now = () => new Date() }: CoachOptions): string {
  return now().toISOString();
}
