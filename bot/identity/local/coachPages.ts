import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { element, escaped, lone } from '../../../dialogs/rehearse/curve/markup.ts';
import type { Translate } from '../../../dialogs/texts.ts';
import { isForeign } from '../../http/foreign.ts';
import { formOf } from '../../http/formBody.ts';
import { createRateLimit } from '../../http/rateLimit.ts';
import type { HttpReply, HttpRequest, Route } from '../../http/route.ts';
import type { Site } from '../../http/site.ts';
import { goTo, localeOf, page } from '../../mine/frame.ts';
import type { PageFiles } from '../../webPages/pageFiles.ts';
import { foreignForm } from '../formTokens.ts';
import type { Sessions } from '../sessions.ts';
import type { CoachStore } from '../stores.ts';
import { COACH_LINK, type CoachLinks } from './coachLinks.ts';

/** Where a coach begins. */
const COACH_HOME = '/coach';
const LONGEST_NAME = 80;
const TRIES_PER_MINUTE = 30;

/** What the pages behind a coach's link are made from. */
export interface CoachPagesOptions {
  readonly links: CoachLinks;
  readonly sessions: Pick<Sessions, 'begin'>;
  readonly coaches: CoachStore;
  readonly tenant: string;
  readonly texts: (locale: ReturnType<typeof localeOf>) => Translate;
  readonly files: PageFiles;
  readonly site: Site;
  readonly log: Pick<Logger, 'info'>;
  readonly now: () => Date;
}

/** A coach's link: looking at it changes nothing, giving a name uses it up. A name that is known is that coach again. */
export function coachPages(options: CoachPagesOptions): readonly Route[] {
  const tries = createRateLimit(TRIES_PER_MINUTE, 60);
  const path = `${COACH_LINK}/:secret`;
  return [
    {
      method: 'GET',
      path,
      async handle(request) {
        await tries.take(request.ip);
        return (await options.links.isGood(secretOf(request))) ? askName(options, request) : overPage(options, request);
      },
    },
    {
      method: 'POST',
      path,
      takesBody: 'form',
      async handle(request) {
        await tries.take(request.ip);
        if (isForeign(request, options.site)) throw foreignForm();
        const name = nameIn(formOf(request).get('name') ?? '');
        if (name === '') return askName(options, request, 'missing');
        if (!(await options.links.use(secretOf(request)))) return overPage(options, request);
        return welcome(options, request, name);
      },
    },
  ];
}

async function welcome(
  { sessions, coaches, tenant, log, now }: CoachPagesOptions,
  request: HttpRequest,
  name: string,
): Promise<HttpReply> {
  const known = (await coaches.list(tenant)).find((coach) => isSameName(coach.name, name));
  const coach = known ?? { tenant, id: `coach_${randomUUID()}`, name, since: now().toISOString() };
  await coaches.keep(coach);
  const person = { tenant, userId: coach.id, name: coach.name, roles: ['coach'] as const, grant: null };
  const cookie = await sessions.begin(person, request.headers);
  log.info({ audit: 'coach-signed-in', tenant, user: coach.id }, 'sign-in: a coach came by a link');
  const reply = goTo(COACH_HOME);
  return { ...reply, headers: { ...reply.headers, 'set-cookie': cookie } };
}

function askName(options: CoachPagesOptions, request: HttpRequest, problem?: 'missing'): HttpReply {
  const { t, framed } = frameOf(options, request);
  const title = t('identity.coach.title');
  const wrong =
    problem && element('p', { id: 'wrong', class: 'wrong', role: 'alert' }, escaped(t('identity.coach.missing')));
  return page(framed, request, {
    status: problem ? 422 : 200,
    title,
    main: [
      element('h1', {}, escaped(title)),
      element('p', {}, escaped(t('identity.coach.text'))),
      element(
        'form',
        { method: 'post', action: `${COACH_LINK}/${secretOf(request)}`, class: 'write' },
        element('label', { for: 'name' }, escaped(t('identity.coach.name'))),
        lone('input', {
          id: 'name',
          name: 'name',
          type: 'text',
          required: '',
          maxlength: LONGEST_NAME,
          autocomplete: 'name',
          'aria-describedby': wrong ? 'wrong' : undefined,
        }),
        ...(wrong ? [wrong] : []),
        element('button', { type: 'submit' }, escaped(t('identity.coach.go'))),
      ),
      element('p', { class: 'note' }, escaped(t('identity.coach.note'))),
    ],
  });
}

function overPage(options: CoachPagesOptions, request: HttpRequest): HttpReply {
  options.log.info({ audit: 'coach-link-over' }, 'sign-in: a link for a coach that is not good');
  const { t, framed } = frameOf(options, request);
  const title = t('identity.coach.overTitle');
  return page(framed, request, {
    status: 404,
    title,
    main: [element('h1', {}, escaped(title)), element('p', {}, escaped(t('identity.coach.overText')))],
  });
}

function frameOf({ texts, files }: CoachPagesOptions, request: HttpRequest) {
  const locale = localeOf(request);
  const t = texts(locale);
  return { t, framed: { locale, t, files } };
}

function secretOf({ params }: HttpRequest): string {
  return params['secret'] ?? '';
}

/** As people write it: one line, no spaces around it. */
function nameIn(typed: string): string {
  return typed
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
    .toWellFormed();
}

function isSameName(one: string, other: string): boolean {
  return one.localeCompare(other, 'nl', { sensitivity: 'accent' }) === 0;
}
