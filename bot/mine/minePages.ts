import { type OwnEvent, ownEvent } from '../../dialogs/ownEvents.ts';
import { createTexts } from '../../dialogs/texts.ts';
import { openTalk } from '../exports/openTalk.ts';
import type { TalkToExport } from '../exports/talkToExport.ts';
import { isForeign } from '../http/foreign.ts';
import { HttpError } from '../http/httpError.ts';
import { createRateLimit, tooMany } from '../http/rateLimit.ts';
import type { HttpReply, HttpRequest, Route } from '../http/route.ts';
import { createSite } from '../http/site.ts';
import type { Person, Principal } from '../identity/principal.ts';
import { oneAtATime } from '../oneAtATime.ts';
import { StorageError } from '../ports.ts';
import { eraseAllPage, eraseOnePage } from './erasePages.ts';
import { ALL_FILES, TALK_FILES } from './exportReplies.ts';
import { goTo, localeOf, MINE, notice } from './frame.ts';
import { listPage } from './listPage.ts';
import { memoriesOf } from './memoriesOf.ts';
import { talkPage } from './talkPage.ts';
import type { Answer, MineOptions, Visit } from './visit.ts';

/** From one browser, or one address without one. */
const VISITS_PER_MINUTE = 240;
/** After this the next may be made, also when an instance died over one. */
const LONGEST_FILE_MS = 60_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** A browser that has not been in the chat is nobody, and has nothing here. */
const NOBODY: Principal = { tenant: '', userId: '', name: '', roles: new Set(), session: null };

/**
 * The teacher's own pages: what was rehearsed in this browser, in the same hands as the chat. Who asks is known by the
 * cookie of the chat alone; addresses hold no more than the id of a rehearsal, and that opens nothing to anybody else.
 */
export function minePages(options: MineOptions): readonly Route[] {
  const texts = createTexts(options.content.messages);
  const site = createSite(options.publicUrl);
  const visits = createRateLimit(VISITS_PER_MINUTE, 60);
  const alone = oneAtATime(options.storage.oneTimes, LONGEST_FILE_MS);

  const visitOf = async (request: HttpRequest): Promise<Visit | HttpReply> => {
    const teacher = await options.teacherOf(request.headers);
    await visits.take(teacher?.userId ?? request.ip);
    const first = teacher ? null : options.signIn?.(request);
    if (first) return first;
    const locale = localeOf(request);
    const { tenant, userId, session, personalChat } = teacher ?? NOBODY;
    const place = personalChat === undefined ? { isSignedIn: session !== null } : { tab: { personalChat } };
    const isCoach = teacher?.roles.has('coach') ?? false;
    const also = (teacher && (await options.linking?.sameAs({ tenant, userId }))) ?? [];
    const who = teacher ? { teacher } : {};
    return {
      options,
      request,
      tenant,
      userId,
      also,
      ...who,
      locale,
      texts,
      t: texts(locale),
      files: options.files,
      ...place,
      isCoach,
    };
  };
  const get = (path: string, answer: Answer): Route => ({
    method: 'GET',
    path: `${MINE}${path}`,
    handle: async (request) => {
      const visit = await visitOf(request);
      if ('status' in visit) return visit;
      return answer(visit).catch((error: unknown) => whenStorageFails(visit, error));
    },
  });
  const post = (path: string, answer: Answer): Route => ({
    method: 'POST',
    path: `${MINE}${path}`,
    handle: async (request) => {
      if (isForeign(request, site)) throw new HttpError(403, 'Forbidden', 'Another site may not ask this.');
      const visit = await visitOf(request);
      return 'status' in visit ? visit : answer(visit);
    },
  });
  /** One at a time for each teacher: making a file costs more than a page. */
  const download = (path: string, answer: Answer): Route =>
    get(path, async (visit) => {
      const file = await alone(JSON.stringify(['file', visit.tenant, visit.userId]), () => answer(visit));
      if (!file) throw tooMany(1);
      return file;
    });

  return [
    get('', listPage),
    get('/erase', async (visit) => eraseAllPage(visit)),
    post('/erase', eraseAll),
    post('/promises/:id/done', (visit) => settle(visit, 'done')),
    post('/promises/:id/drop', (visit) => settle(visit, 'dropped')),
    ...Object.entries(ALL_FILES).map(([name, make]) => download(`/all/${name}`, make)),
    get('/rehearsals/:id', (visit) => withTalk(visit, talkPage)),
    get('/rehearsals/:id/erase', async (visit) => {
      const found = await rowOf(visit);
      return found ? eraseOnePage(visit, found.row) : gone(visit);
    }),
    post('/rehearsals/:id/erase', eraseOne),
    ...Object.entries(TALK_FILES).map(([name, make]) =>
      download(`/rehearsals/:id/${name}`, (visit) => withTalk(visit, make)),
    ),
  ];
}

async function withTalk(
  visit: Visit,
  show: (visit: Visit, talk: TalkToExport) => Promise<HttpReply> | HttpReply,
): Promise<HttpReply> {
  const { options } = visit;
  const found = await rowOf(visit);
  if (!found?.row.talk || found.row.endedAt === null) return gone(visit);

  const { id, scenarioId, revision, startedAt, endedAt, talk: kept } = found.row;
  const { content, storage } = options;
  const talk = await openTalk(
    { id, scenarioId, revision, startedAt, endedAt, talk: kept },
    content,
    storage.scenarioRevisions,
  );
  return talk ? show(asThe(visit, found.person), talk) : notice(visit, visit.request, { status: 200, key: 'older' });
}

/** The rehearsal in the address, if it is this teacher's, and under which name. */
async function rowOf({ options, tenant, userId, also, request }: Visit) {
  const id = request.params['id'] ?? '';
  if (!UUID.test(id)) return null;
  for (const person of [{ tenant, userId }, ...also]) {
    const row = await options.storage.rehearsals.read(person.tenant, person.userId, id);
    if (row) return { person, row };
  }
  return null;
}

/** The same visit under the name that a rehearsal has. Whom it is shared with is decided where it was held. */
function asThe(visit: Visit, { tenant, userId }: Person): Visit {
  if (visit.tenant === tenant && visit.userId === userId) return visit;
  const { beside: _, ...options } = visit.options;
  return { ...visit, tenant, userId, options };
}

async function eraseOne(visit: Visit): Promise<HttpReply> {
  const found = await rowOf(visit);
  if (!found) return gone(visit);
  const { row, person } = found;
  await tell(
    visit,
    { person, conversationId: row.conversationId },
    { name: 'op-een-lijn/erase-rehearsal', value: { id: row.id } },
  );
  return goTo(`${MINE}?erased=1`);
}

async function eraseAll(visit: Visit): Promise<HttpReply> {
  const { storage } = visit.options;
  const people = [{ tenant: visit.tenant, userId: visit.userId }, ...visit.also];
  for (const person of people) {
    const [newest] = await storage.conversations.listOf(person.tenant, person.userId, 1);
    if (!newest) continue;
    await tell(visit, { person, conversationId: newest.id }, { name: 'op-een-lijn/erase-everything', value: null });
    return goTo(`${MINE}?erased=1`);
  }
  return goTo(MINE);
}

async function settle(visit: Visit, as: 'done' | 'dropped'): Promise<HttpReply> {
  const { storage } = visit.options;
  const id = visit.request.params['id'] ?? '';
  const people = [{ tenant: visit.tenant, userId: visit.userId }, ...visit.also];
  const memories = (await Promise.all(people.map((one) => memoriesOf(storage.conversations, one)))).flat();
  const owner = memories.find(({ memory }) => memory.promises?.some((promise) => promise.id === id));
  if (!owner) return gone(visit);
  await tell(visit, owner, { name: 'op-een-lijn/settle-promise', value: { id, as } });
  return goTo(MINE);
}

/** As a turn in the teacher's own conversation: one commit, after all that was said before it. */
async function tell(
  { options }: Visit,
  { person, conversationId }: { readonly person: Person; readonly conversationId: string },
  event: OwnEvent,
): Promise<void> {
  const { status } = await options.runner.run({
    ...person,
    conversationId,
    channel: 'directline',
    activity: ownEvent(event),
    dedupeKey: crypto.randomUUID(),
  });
  if (status === 'busy') throw tooMany(1);
}

function gone(visit: Visit): HttpReply {
  return notice(visit, visit.request, { status: 404, key: 'gone' });
}

/** A page in words instead of a bare refusal; what is wrong is for the operator, who sees it in the health of the bot. */
function whenStorageFails(visit: Visit, error: unknown): HttpReply {
  if (!(error instanceof StorageError)) throw error;
  return notice(visit, visit.request, { status: 503, key: 'failed' });
}
