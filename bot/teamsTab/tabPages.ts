import type { Logger } from 'pino';
import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import type { Translate } from '../../dialogs/texts.ts';
import { isForeign } from '../http/foreign.ts';
import { HttpError } from '../http/httpError.ts';
import { asObject } from '../http/jsonBody.ts';
import { createRateLimit } from '../http/rateLimit.ts';
import type { HttpReply, HttpRequest, Route } from '../http/route.ts';
import type { Site } from '../http/site.ts';
import { ownPath } from '../identity/ownPath.ts';
import type { Sessions } from '../identity/sessions.ts';
import { goTo, localeOf, MINE, page } from '../mine/frame.ts';
import type { PageFiles } from '../webPages/pageFiles.ts';
import { TabRefused, type TabTokens } from './tabTokens.ts';

/** Where Teams opens the tab. */
const TAB = '/teams/tab';

/** From one address, which behind a proxy or at a school is everybody's. */
const TRIES_PER_MINUTE = 3000;
/** The words that `bot/web/teamsTab.ts` can say, by the end of their key. */
const SAYINGS = ['outside', 'refused', 'away', 'noConsent'] as const;
const LONGEST_TOKEN = 16 * 1024;

/** What the tab is made from. */
export interface TabPagesOptions {
  readonly tokens: TabTokens;
  readonly sessions: Pick<Sessions, 'begin'>;
  readonly texts: (locale: ReturnType<typeof localeOf>) => Translate;
  readonly files: PageFiles;
  readonly site: Site;
  /** Where one can talk to the bot alone. */
  readonly personalChat: string;
  readonly log: Logger;
}

/** The door of the tab, which signs in by itself, and help; behind it are the teacher's own pages. */
export function tabPages(options: TabPagesOptions): readonly Route[] {
  const tries = createRateLimit(TRIES_PER_MINUTE, 60);
  return [
    { method: 'GET', path: TAB, handle: (request) => door(options, request) },
    { method: 'GET', path: `${TAB}/help`, handle: (request) => help(options, request) },
    {
      method: 'POST',
      path: `${TAB}/session`,
      takesBody: true,
      async handle(request) {
        if (isForeign(request, options.site)) throw new HttpError(403, 'Forbidden', 'Another site may not ask this.');
        await tries.take(request.ip);
        return signIn(options, request);
      },
    },
  ];
}

/** For a page in a frame whose sign-in is over: the door, which opens again by itself and leads back. */
export function tabDoorFor({ method, url, headers }: HttpRequest): HttpReply | null {
  if (headers['sec-fetch-dest'] !== 'iframe') return null;
  return goTo(`${TAB}?next=${encodeURIComponent(ownPath(method === 'GET' ? url : null))}`);
}

async function signIn({ tokens, sessions, log }: TabPagesOptions, request: HttpRequest): Promise<HttpReply> {
  const { token } = asObject(request.body);
  if (typeof token !== 'string' || token.length > LONGEST_TOKEN) {
    throw new HttpError(400, 'BadArgument', 'A token is needed.');
  }
  try {
    const person = await tokens.verify(token);
    const cookie = await sessions.begin({ ...person, roles: ['teacher'], grant: null }, request.headers);
    log.info({ audit: 'tab-signed-in', tenant: person.tenant, user: person.userId }, 'sign-in: the tab in Teams');
    return { status: 200, headers: { 'set-cookie': cookie }, body: { signedIn: true } };
  } catch (error) {
    if (!(error instanceof TabRefused)) throw error;
    log.warn({ audit: 'tab-refused', why: error.why }, 'Teams: a token of the tab was refused');
    throw new HttpError(error.status, error.status === 503 ? 'ServiceUnavailable' : 'Forbidden', 'Not signed in.');
  }
}

function door(options: TabPagesOptions, request: HttpRequest): HttpReply {
  const { t, framed } = framedFor(options, request);
  const next = ownPath(request.query.get('next'));
  const sayings = Object.fromEntries(SAYINGS.map((name) => [`data-${name.toLowerCase()}`, t(`identity.tab.${name}`)]));
  return page(framed, request, {
    title: t('mine.title'),
    main: [
      element('h1', {}, escaped(t('mine.title'))),
      element(
        'p',
        { id: 'door', role: 'status', 'data-next': next.startsWith(MINE) ? next : MINE, ...sayings },
        escaped(t('identity.tab.door')),
      ),
      element('noscript', {}, element('p', {}, escaped(t('identity.tab.noScript')))),
      element('p', {}, chatLink(options, t)),
    ],
  });
}

function help(options: TabPagesOptions, request: HttpRequest): HttpReply {
  const { t, framed } = framedFor(options, request);
  const part = (key: string) => [
    element('h2', {}, escaped(t(`identity.tab.help.${key}.title`))),
    element('p', {}, escaped(t(`identity.tab.help.${key}.text`))),
  ];
  return page(framed, request, {
    title: t('identity.tab.help.title'),
    main: [
      element('h1', {}, escaped(t('identity.tab.help.title'))),
      ...['begin', 'words', 'yours', 'limits'].flatMap(part),
      element('p', {}, chatLink(options, t)),
    ],
  });
}

function chatLink({ personalChat }: TabPagesOptions, t: Translate): Markup {
  const way = { class: 'button', href: personalChat, target: '_blank', rel: 'noreferrer' };
  return element('a', way, escaped(t('identity.tab.chat')));
}

function framedFor({ texts, files, personalChat }: TabPagesOptions, request: HttpRequest) {
  const locale = localeOf(request);
  const t = texts(locale);
  return { t, framed: { locale, t, files, tab: { personalChat } } };
}
