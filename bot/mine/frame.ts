import type { Locale } from '../../content/schema/locale.ts';
import { type Attributes, element, escaped, lone, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import type { Translate } from '../../dialogs/texts.ts';
import { cookieNamed } from '../http/cookies.ts';
import type { HttpReply, HttpRequest } from '../http/route.ts';
import { TEAMS_HOSTS } from '../teamsTab/framing.ts';
import type { PageFile, PageFiles } from '../webPages/pageFiles.ts';
import { chosenLocale, languageCookieName } from '../webPages/pageLocale.ts';

/** What every page here is made with. */
export interface Framed {
  readonly locale: Locale;
  /** In the language of the page. */
  readonly t: Translate;
  readonly files: PageFiles;
  /** Whether the reader signed in, and so can go out. */
  readonly isSignedIn?: boolean;
  /** Whether the reader is a coach as well, and so has a queue. */
  readonly isCoach?: boolean;
  /** In the tab in Teams: where the chat with the bot is. The page may then stand in a frame of Teams. */
  readonly tab?: { readonly personalChat: string };
}

/** In what a page differs from the teacher's own. */
export interface PageLook {
  /** The links at the top, instead of those to the chat and the own rehearsals. */
  readonly nav?: readonly Markup[];
  /** The script, instead of that of the own pages. */
  readonly entry?: PageFile;
  /** The script asks our server something now and then. */
  readonly asks?: boolean;
}

/** The address of the first page. */
export const MINE = '/mine';

/** Where somebody who signed in goes out. */
export const SIGN_OUT = '/sign-out';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** One style and one script of ours; forms go nowhere but here. */
const policy = (asks: boolean, framedBy: string) =>
  [
    ...(asks ? ["connect-src 'self'"] : []),
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    `frame-ancestors ${framedBy}`,
  ].join('; ');

/** For everything that only one teacher may see: no copy on the way, no trace in a search engine. */
export const PRIVATE = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' };

/** A whole page. The address of where the reader came from goes to nobody else; our own forms need it. */
export function page(
  framed: Framed,
  request: HttpRequest,
  {
    status = 200,
    title,
    main,
    nav,
    entry,
    asks = false,
  }: { readonly status?: number; readonly title: string; readonly main: readonly Markup[] } & PageLook,
): HttpReply {
  const { locale, t, files, tab } = framed;
  const chosen: Readonly<Record<string, string>> =
    request.query.get('lang') === null
      ? {}
      : { 'set-cookie': languageCookie(locale, request.isSecure, tab !== undefined) };
  return {
    status,
    headers: {
      ...PRIVATE,
      ...chosen,
      'content-type': 'text/html; charset=utf-8',
      'content-language': locale,
      'content-security-policy': policy(asks || tab !== undefined, tab ? TEAMS_HOSTS : "'none'"),
      'referrer-policy': 'same-origin',
      vary: 'accept-language, cookie',
    },
    body: `<!doctype html>
<html lang="${locale}"${tab ? themeOf(request) : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(`${title} · ${t('mine.product')}`)}</title>
<link rel="icon" type="image/svg+xml" href="${files.icon.path}">
<link rel="stylesheet" href="${files.mine.style.path}">
<script src="${(entry ?? files.mine.entry).path}" type="module"></script>
${tab ? tabScripts(files) : ''}
</head>
<body>
${element('a', { class: 'skip', href: '#contents' }, escaped(t('mine.skip')))}
${header(framed, request, nav)}
${element('main', { id: 'contents', tabindex: -1 }, ...main)}
</body>
</html>
`,
  };
}

/** A page that says one thing and shows the way on. */
export function notice(
  framed: Framed,
  request: HttpRequest,
  { status, key, way }: { readonly status: number; readonly key: 'gone' | 'failed' | 'older'; readonly way?: Markup },
): HttpReply {
  const { t } = framed;
  const title = t(`mine.${key}.title`);
  return page(framed, request, {
    status,
    title,
    main: [
      element('h1', {}, escaped(title)),
      element('p', {}, escaped(t(`mine.${key}.text`))),
      way ?? element('p', {}, element('a', { href: MINE }, escaped(t('mine.all')))),
    ],
  });
}

/** To another page, after something was done: what a reload repeats is then only the look at it. */
export function goTo(address: string): HttpReply {
  return { status: 303, headers: { ...PRIVATE, location: address } };
}

/** The way to the chat: our page, or in the tab the chat beside it. */
export function chatLink({ tab }: Framed): Attributes {
  return tab ? { href: tab.personalChat, target: '_blank', rel: 'noreferrer' } : { href: '/' };
}

/** The language the page is read in. */
export function localeOf(request: HttpRequest): Locale {
  return chosenLocale(request);
}

function header(framed: Framed, request: HttpRequest, nav: PageLook['nav']): Markup {
  const { t, files, isSignedIn, tab } = framed;
  const query = new URLSearchParams(request.query);
  query.delete('erased');
  query.set('lang', t('mine.languageTag'));
  return element(
    'header',
    {},
    element(
      'div',
      { class: 'bar' },
      lone('img', { src: files.icon.path, alt: '', width: 32, height: 32 }),
      element('span', { class: 'product' }, escaped(t('mine.product'))),
      element(
        'nav',
        { 'aria-label': t('mine.nav') },
        ...(nav ?? [
          element('a', chatLink(framed), escaped(t('mine.chat'))),
          element('a', { href: MINE }, escaped(t('mine.all'))),
          ...(framed.isCoach ? [element('a', { href: '/coach' }, escaped(t('coach.queue.title')))] : []),
          ...(tab ? [element('a', { href: '/teams/tab/help' }, escaped(t('mine.help')))] : []),
        ]),
        ...(isSignedIn ? [element('a', { href: SIGN_OUT }, escaped(t('mine.signOut')))] : []),
        element(
          'a',
          { href: `?${query.toString()}`, lang: t('mine.languageTag'), 'aria-label': t('mine.languageName') },
          escaped(t('mine.language')),
        ),
      ),
    ),
  );
}

/** The theme that Teams had on the page before: kept by `bot/web/teamsTab.ts`, so that no page begins in other colours. */
function themeOf({ headers }: HttpRequest): string {
  const theme = cookieNamed(headers['cookie'], '__Host-theme') ?? '';
  return ['light', 'dark', 'contrast'].includes(theme) ? ` data-theme="${theme}"` : '';
}

/** Teams' own library, and what we do with it. */
function tabScripts({ tab }: PageFiles): string {
  return `<script src="${tab.library.path}" defer></script>\n<script src="${tab.entry.path}" type="module"></script>`;
}

function languageCookie(locale: Locale, isSecure: boolean, isInFrame: boolean): string {
  const reach = isInFrame ? 'SameSite=None; Secure; Partitioned' : `SameSite=Lax${isSecure ? '; Secure' : ''}`;
  return `${languageCookieName(isSecure || isInFrame)}=${locale}; Path=/; ${reach}; Max-Age=${YEAR_SECONDS}`;
}
