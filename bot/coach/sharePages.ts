import { randomUUID } from 'node:crypto';
import { ownEvent } from '../../dialogs/ownEvents.ts';
import { createTexts } from '../../dialogs/texts.ts';
import { openTalk } from '../exports/openTalk.ts';
import { HttpError } from '../http/httpError.ts';
import { createRateLimit, tooMany } from '../http/rateLimit.ts';
import type { HttpReply, HttpRequest, Route } from '../http/route.ts';
import { goTo, localeOf, MINE, notice } from '../mine/frame.ts';
import { asKept } from './asKept.ts';
import { asShared } from './asShared.ts';
import { notePassedOver } from './passedOver.ts';
import { placeOf } from './placeOf.ts';
import { previewPage } from './previewPage.ts';
import { REVIEWED_FILES } from './reviewFiles.ts';
import { textIn } from './reviewForms.ts';
import type { NewShare } from './reviewPorts.ts';
import { idIn } from './sendReview.ts';
import { readShare, shareFormPage } from './shareForm.ts';
import { type SharingAnswer, type SharingOptions, type SharingVisit, talkAddress } from './sharingVisit.ts';

const VISITS_PER_MINUTE = 120;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY_MS = 24 * 60 * 60 * 1000;
const USUAL_DAYS = 30;

/**
 * Where a teacher shares one rehearsal, sees beforehand what will be seen, takes it back with one click, and answers.
 * Nothing else in the product asks whether anything is shared.
 */
export function sharePages(options: SharingOptions): readonly Route[] {
  const texts = createTexts(options.content.messages);
  const visits = createRateLimit(VISITS_PER_MINUTE, 60);
  const { now = () => new Date(), files, identity, storage, content } = options;

  const visitOf = async (request: HttpRequest): Promise<SharingVisit | HttpReply> => {
    const teacher = await identity.teacherOf(request.headers);
    await visits.take(teacher?.userId ?? request.ip);
    const locale = localeOf(request);
    const framed = { locale, t: texts(locale), files, ...(teacher ? placeOf(teacher) : {}) };
    const id = request.params['id'] ?? '';
    const row = teacher && UUID.test(id) ? await storage.rehearsals.read(teacher.tenant, teacher.userId, id) : null;
    if (!teacher || !row?.talk || row.endedAt === null) return notice(framed, request, { status: 404, key: 'gone' });
    const kept = { ...row, endedAt: row.endedAt, talk: row.talk };
    const talk = await openTalk(kept, content, storage.scenarioRevisions);
    if (!talk) return notice(framed, request, { status: 200, key: 'older' });
    return { ...framed, options, request, teacher, talk, texts, at: now().toISOString() };
  };
  const get = (path: string, answer: SharingAnswer): Route => ({
    method: 'GET',
    path: `${MINE}/rehearsals/:id${path}`,
    handle: async (request) => {
      const visit = await visitOf(request);
      return 'status' in visit ? visit : answer(visit);
    },
  });
  const post = (path: string, answer: (visit: SharingVisit, fields: URLSearchParams) => Promise<HttpReply>): Route => ({
    method: 'POST',
    path: `${MINE}/rehearsals/:id${path}`,
    takesBody: 'form',
    handle: async (request) => {
      const visit = await visitOf(request);
      if ('status' in visit) return visit;
      const fields = identity.forms.fieldsOf(visit.teacher, request);
      await notePassedOver(storage.audit, fields, {
        tenant: visit.teacher.tenant,
        at: visit.at,
        actor: visit.teacher.userId,
        rehearsalId: visit.talk.id,
        shareId: null,
        owner: visit.teacher.userId,
      });
      const { talk, locale, teacher } = visit;
      return answer(visit, asKept(fields, options.mask, { talk, locale, names: [teacher.name] }));
    },
  });

  return [
    get('/share', async (visit) => {
      const coaches = await identity.coaches.list(visit.teacher.tenant);
      const lastDay = new Date(Date.parse(visit.at) + USUAL_DAYS * DAY_MS).toISOString().slice(0, 10);
      return shareFormPage(visit, coaches, { name: '', question: '', lastDay, mayLearn: false, chosen: [] });
    }),
    post('/share/preview', async (visit, fields) => {
      const wanted = await wantedIn(visit, fields);
      return wanted.coaches.length === 0 ? goTo(talkAddress(visit.talk.id, '/share')) : previewPage(visit, wanted);
    }),
    post('/share/again', async (visit, fields) => {
      const wanted = await wantedIn(visit, fields);
      const coaches = await identity.coaches.list(visit.teacher.tenant);
      return shareFormPage(visit, coaches, { ...wanted, chosen: wanted.coaches.map(({ id }) => id) });
    }),
    post('/share', give),
    post('/shares/:share/withdraw', withdraw),
    post('/shares/:share/second', decideSecond),
    post('/shares/:share/answers', answer),
    post('/moment', rehearseMoment),
    ...Object.entries(REVIEWED_FILES).map(([name, make]) =>
      get(`/shares/:share/${name}`, async (visit) => {
        const reviewed = await reviewedTalk(visit);
        return reviewed ? make(reviewed, true) : notice(visit, visit.request, { status: 404, key: 'gone' });
      }),
    ),
  ];
}

async function wantedIn(visit: SharingVisit, fields: URLSearchParams) {
  return readShare(fields, visit, await visit.options.identity.coaches.list(visit.teacher.tenant));
}

async function give(visit: SharingVisit, fields: URLSearchParams): Promise<HttpReply> {
  const { options, teacher, talk, at } = visit;
  const wanted = await wantedIn(visit, fields);
  const shares = wanted.coaches.map(
    (coach): NewShare => ({
      id: randomUUID(),
      tenant: teacher.tenant,
      teacherId: teacher.userId,
      teacherName: wanted.name,
      rehearsalId: talk.id,
      coachId: coach.id,
      coachName: coach.name,
      question: wanted.question,
      mayLearn: wanted.mayLearn,
      endsAt: wanted.endsAt,
    }),
  );
  const isGiven = await options.storage.shares.give(shares, at, shares.length > 1 ? randomUUID() : null);
  return goTo(talkAddress(talk.id, `?share=${isGiven ? 'done' : 'already'}#sharing`));
}

async function withdraw({ options, teacher, talk, at, request }: SharingVisit): Promise<HttpReply> {
  const id = request.params['share'] ?? '';
  const whose = { tenant: teacher.tenant, teacherId: teacher.userId, id, at };
  if (UUID.test(id)) await options.storage.shares.withdraw(whose);
  return goTo(talkAddress(talk.id, '?share=withdrawn#sharing'));
}

/** The teacher lets the second coach in that the first asked for, or rather not. */
async function decideSecond(visit: SharingVisit, fields: URLSearchParams): Promise<HttpReply> {
  const { options, teacher, talk, at, request } = visit;
  const { tenant, userId: teacherId } = teacher;
  const given = await options.storage.shares.ofRehearsal(tenant, teacherId, talk.id);
  const first = given.find(({ share }) => share.id === request.params['share'])?.share;
  const back = goTo(talkAddress(talk.id, '#sharing'));
  if (!first?.wantsSecond) return back;
  if (fields.get('decision') !== 'allow') {
    await options.storage.shares.declineSecond({ tenant, teacherId, id: first.id });
    return back;
  }
  const { teacherName, question, mayLearn, endsAt, wantsSecond } = first;
  const second: NewShare = {
    id: randomUUID(),
    tenant,
    teacherId,
    teacherName,
    rehearsalId: talk.id,
    coachId: wantsSecond.id,
    coachName: wantsSecond.name,
    question,
    mayLearn,
    endsAt,
  };
  const isPaired = await options.storage.shares.pairUp({ id: first.id, pair: randomUUID() }, second, at);
  return goTo(talkAddress(talk.id, `?share=${isPaired ? 'done' : 'already'}#sharing`));
}

async function answer(
  { options, teacher, talk, at, request }: SharingVisit,
  fields: URLSearchParams,
): Promise<HttpReply> {
  const commentId = idIn(fields, 'comment');
  const text = textIn(fields, 'text');
  if (text !== '') {
    await options.storage.shares.answer({
      tenant: teacher.tenant,
      teacherId: teacher.userId,
      shareId: request.params['share'] ?? '',
      id: randomUUID(),
      commentId,
      text,
      at,
    });
  }
  return goTo(talkAddress(talk.id, `#comment-${commentId}`));
}

/** Takes the teacher's chat back to just before what was said in that turn: in Teams for who reads this there. */
async function rehearseMoment(
  { options, teacher, talk, tab }: SharingVisit,
  fields: URLSearchParams,
): Promise<HttpReply> {
  const { tenant, userId } = teacher;
  const { conversations } = options.storage;
  const { rehearsal } = talk.kept;
  const turn = rehearsal.turns.find(({ number }) => number === Number(fields.get('turn')))?.number;
  if (turn === undefined) throw noMoment();
  const activity = ownEvent({ name: 'op-een-lijn/rehearse-moment', value: { rehearsal, turn } });
  const dedupeKey = randomUUID();
  const chat = tab ? null : await conversations.latestOf(tenant, userId, 'directline');
  if (chat) {
    const { id: conversationId, channel } = chat;
    const { status } = await options.runner.run({ tenant, conversationId, userId, channel, activity, dedupeKey });
    if (status === 'busy') throw tooMany(1);
    return goTo('/');
  }
  const inTeams = await conversations.latestOf(tenant, userId, 'msteams');
  if (!inTeams || !options.teams) throw noMoment();
  await options.teams.send({ tenant, conversationId: inTeams.id, activity, dedupeKey });
  return goTo(talkAddress(talk.id, '?moment=teams#reviews'));
}

function noMoment(): HttpError {
  return new HttpError(400, 'BadSyntax', 'There is no such moment, or no chat to rehearse it in.');
}

async function reviewedTalk({ options, teacher, talk, texts, request, t }: SharingVisit) {
  const given = await options.storage.shares.ofRehearsal(teacher.tenant, teacher.userId, talk.id);
  const found = given.find(({ share }) => share.id === request.params['share']);
  if (!found?.review) return null;
  const { share, review, answers } = found;
  return {
    talk: { ...talk, kept: { ...asShared(talk.kept), estimate: talk.kept.estimate } },
    review,
    answers,
    teacherName: share.teacherName || t('mine.talk.you'),
    coachName: share.coachName,
    content: options.content,
    rubric: options.rubric,
    t: texts(talk.kept.rehearsal.locale),
  };
}
