import type { Logger } from 'pino';
import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import type { Translate } from '../../dialogs/texts.ts';
import type { HttpReply, HttpRequest, Route } from '../http/route.ts';
import { goTo, localeOf, page, SIGN_OUT } from '../mine/frame.ts';
import type { PageFiles } from '../webPages/pageFiles.ts';
import { ELSEWHERE, elsewherePart, isFresh } from './elsewhere.ts';
import type { FormTokens } from './formTokens.ts';
import type { Principal, PrincipalOf } from './principal.ts';
import type { Sessions } from './sessions.ts';
import type { KeptSession } from './stores.ts';

const SIGNED_OUT = '/signed-out';

/** What the pages of signing out are made from. */
export interface SignOutOptions {
  readonly sessions: Pick<Sessions, 'leave' | 'all' | 'end'>;
  readonly whoIs: PrincipalOf;
  readonly forms: FormTokens;
  readonly texts: (locale: ReturnType<typeof localeOf>) => Translate;
  readonly files: PageFiles;
  /** Where somebody signs out of the account itself, for a machine that is shared; null when there is no such place. */
  readonly accountSignOut: () => Promise<string | null>;
  /** Where somebody shows once more who they are, and comes back to the page of signing out; null where that cannot be asked. */
  readonly again: string | null;
  readonly log: Pick<Logger, 'info'>;
  readonly now: () => Date;
}

/** Asks once; then the sign-in is over here at once, and the browser forgets what it kept of our pages. */
export function signOutPages(options: SignOutOptions): readonly Route[] {
  const { sessions, whoIs, forms, log } = options;
  return [
    {
      method: 'GET',
      path: SIGN_OUT,
      async handle(request) {
        const principal = await whoIs(request.headers);
        return principal ? ask(options, request, principal) : goTo(SIGNED_OUT);
      },
    },
    {
      method: 'POST',
      path: SIGN_OUT,
      takesBody: 'form',
      async handle(request) {
        const principal = await whoIs(request.headers);
        if (!principal) return goTo(SIGNED_OUT);
        forms.fieldsOf(principal, request);
        const cookie = await sessions.leave(request.headers);
        const { tenant, userId: user } = principal;
        log.info({ audit: 'signed-out', tenant, user }, 'signed out');
        const reply = goTo(SIGNED_OUT);
        const forget = { 'set-cookie': cookie, 'clear-site-data': '"cache", "storage"' };
        return { ...reply, headers: { ...reply.headers, ...forget } };
      },
    },
    {
      method: 'POST',
      path: ELSEWHERE,
      takesBody: 'form',
      async handle(request) {
        const principal = await whoIs(request.headers);
        const all = principal && (await sessions.all(request.headers));
        if (!all) return goTo(SIGNED_OUT);
        forms.fieldsOf(principal, request);
        if (options.again !== null && !isFresh(all.own, options.now())) return goTo(options.again);
        for (const { digest } of all.others) await sessions.end(digest);
        const { tenant, userId: user } = principal;
        log.info({ audit: 'signed-out-elsewhere', tenant, user, ended: all.others.length }, 'signed out elsewhere');
        return goTo(`${SIGN_OUT}?elsewhere=done`);
      },
    },
    { method: 'GET', path: SIGNED_OUT, handle: (request) => goodbye(options, request) },
  ];
}

async function ask(options: SignOutOptions, request: HttpRequest, principal: Principal): Promise<HttpReply> {
  const all = await options.sessions.all(request.headers);
  const locale = localeOf(request);
  return say(options, request, 'signOut', (t) => [
    ...(request.query.get('elsewhere') === 'done'
      ? [element('p', { class: 'banner', role: 'status' }, escaped(t('identity.elsewhere.done')))]
      : []),
    ...(principal.name === '' ? [] : [element('p', {}, escaped(t('identity.signOut.who', { name: principal.name })))]),
    element(
      'form',
      { method: 'post', action: SIGN_OUT, class: 'do' },
      options.forms.field(principal),
      element('button', { type: 'submit' }, escaped(t('identity.signOut.yes'))),
      element('a', { href: '/', class: 'button button--quiet' }, escaped(t('identity.signOut.no'))),
    ),
    ...(all ? elsewherePart(all.others, { t, locale, end: endElsewhere(options, principal, all.own, t) }) : []),
  ]);
}

/** Whoever finds a browser open cannot put its person out everywhere else. */
function endElsewhere(
  { forms, again, now }: SignOutOptions,
  principal: Principal,
  own: KeptSession,
  t: Translate,
): Markup {
  if (again !== null && !isFresh(own, now())) {
    return element('p', {}, element('a', { href: again, class: 'button' }, escaped(t('identity.elsewhere.again'))));
  }
  return element(
    'form',
    { method: 'post', action: ELSEWHERE, class: 'do' },
    forms.field(principal),
    element('button', { type: 'submit' }, escaped(t('identity.elsewhere.go'))),
  );
}

async function goodbye(options: SignOutOptions, request: HttpRequest): Promise<HttpReply> {
  const account = await options.accountSignOut();
  return say(options, request, 'signedOut', (t) => [
    element('p', {}, element('a', { href: '/', class: 'button' }, escaped(t('identity.signedOut.again')))),
    ...(account === null
      ? []
      : [
          element(
            'p',
            { class: 'note' },
            escaped(t('identity.signedOut.shared')),
            escaped(' '),
            element('a', { href: account }, escaped(t('identity.signedOut.account'))),
          ),
        ]),
  ]);
}

function say(
  { texts, files }: SignOutOptions,
  request: HttpRequest,
  key: 'signOut' | 'signedOut',
  more: (t: Translate) => readonly Markup[],
): HttpReply {
  const locale = localeOf(request);
  const t = texts(locale);
  const title = t(`identity.${key}.title`);
  return page({ locale, t, files }, request, {
    title,
    main: [element('h1', {}, escaped(title)), element('p', {}, escaped(t(`identity.${key}.text`))), ...more(t)],
  });
}
