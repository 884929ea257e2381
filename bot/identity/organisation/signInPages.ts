import type { Logger } from 'pino';
import { element, escaped, type Markup } from '../../../dialogs/rehearse/curve/markup.ts';
import type { Translate } from '../../../dialogs/texts.ts';
import { cookieNamed } from '../../http/cookies.ts';
import { isForeign } from '../../http/foreign.ts';
import { createRateLimit } from '../../http/rateLimit.ts';
import type { HttpReply, HttpRequest, Route } from '../../http/route.ts';
import type { Site } from '../../http/site.ts';
import { goTo, localeOf, page, SIGN_OUT } from '../../mine/frame.ts';
import type { PageFiles } from '../../webPages/pageFiles.ts';
import type { GrantSeal } from '../grantSeal.ts';
import { ownPath } from '../ownPath.ts';
import type { PrincipalOf } from '../principal.ts';
import { digestOf, newSecret } from '../secret.ts';
import type { Sessions, Span } from '../sessions.ts';
import type { CoachStore, OneTimeStore } from '../stores.ts';
import { type NamedPerson, personIn, type Stranger } from './personIn.ts';
import { type Provider, ProviderUnavailable, SignInRefused, type Way } from './provider.ts';
import { BELIEVED_MS } from './recheck.ts';
import type { SignInConfig } from './signInConfig.ts';
import { doorTo, SIGN_IN } from './signInFor.ts';

/** The last part of the address that is registered with the provider. */
export const CALLBACK = `${SIGN_IN}/callback`;

const START = `${SIGN_IN}/start`;
/** Asks somebody to sign in although they are, and leads to the page of signing out. */
export const SIGN_IN_AGAIN = `${START}?again=1`;
const PURPOSE = 'sign-in';
/** Under way belongs to no organisation yet. */
const NO_TENANT = '';
const WAY_MS = 10 * 60 * 1000;
/** From one address, which behind a proxy or at a school is everybody's. */
const TRIES_PER_MINUTE = 3000;
/** Without a refresh token nobody can ask again, so the sign-in is short. */
const UNCHECKED: Span = { idle: BELIEVED_MS, most: BELIEVED_MS };

/** What the pages of signing in are made from. */
export interface SignInPagesOptions {
  readonly config: SignInConfig;
  readonly provider: Provider;
  readonly sessions: Pick<Sessions, 'begin'>;
  readonly oneTimes: OneTimeStore;
  readonly coaches: CoachStore;
  readonly seal: GrantSeal;
  readonly whoIs: PrincipalOf;
  readonly publicUrl: string;
  readonly site: Site;
  readonly texts: (locale: ReturnType<typeof localeOf>) => Translate;
  readonly files: PageFiles;
  readonly log: Logger;
  readonly now: () => Date;
}

/** A page with one button, the way to the provider, and the way back. */
export function signInPages(options: SignInPagesOptions): readonly Route[] {
  const tries = createRateLimit(TRIES_PER_MINUTE, 60);
  const get = (
    path: string,
    answer: (options: SignInPagesOptions, request: HttpRequest) => Promise<HttpReply>,
  ): Route => ({
    method: 'GET',
    path,
    async handle(request) {
      await tries.take(request.ip);
      return answer(options, request).catch((error: unknown) => failed(options, request, error));
    },
  });
  return [get(SIGN_IN, door), get(START, start), get(CALLBACK, comeBack)];
}

async function door(options: SignInPagesOptions, request: HttpRequest): Promise<HttpReply> {
  const next = ownPath(request.query.get('next'));
  if (await options.whoIs(request.headers)) return goTo(next);

  const { t } = framedFor(options, request);
  return say(options, request, { status: 200, key: 'door' }, [
    element(
      'p',
      {},
      element(
        'a',
        { class: 'button', href: `${START}?next=${encodeURIComponent(next)}` },
        escaped(t('identity.door.go')),
      ),
    ),
    element('p', { class: 'note' }, escaped(t('identity.door.note'))),
  ]);
}

/** Only from the button: a link elsewhere that led here would sign somebody in who did not ask for it. */
async function start(options: SignInPagesOptions, request: HttpRequest): Promise<HttpReply> {
  if (isForeign(request, options.site)) return goTo(doorTo(ownPath(request.query.get('next'))));

  const { provider, oneTimes, now } = options;
  const way: Way = { state: newSecret(), nonce: newSecret(), verifier: newSecret() };
  const browser = cookieNamed(request.headers['cookie'], wayCookie(options)) || newSecret();
  const isAgain = request.query.get('again') === '1';
  const next = isAgain ? SIGN_OUT : ownPath(request.query.get('next'));
  await oneTimes.keep({
    tenant: NO_TENANT,
    purpose: PURPOSE,
    digest: digestOf(way.state),
    value: { nonce: way.nonce, verifier: way.verifier, browser: digestOf(browser), next },
    expiresAt: new Date(now().getTime() + WAY_MS).toISOString(),
  });
  const reply = goTo(await provider.authorizationUrl(way, isAgain));
  return { ...reply, headers: { ...reply.headers, 'set-cookie': wayCookieFor(options, browser) } };
}

/** The browser is back: it must be the one that left, with an answer to what was asked, for the first time. */
async function comeBack(options: SignInPagesOptions, request: HttpRequest): Promise<HttpReply> {
  const { oneTimes, provider, config, publicUrl, now } = options;
  const state = request.query.get('state') ?? '';
  const kept = await oneTimes.use(NO_TENANT, PURPOSE, digestOf(state), now().toISOString());
  const browser = cookieNamed(request.headers['cookie'], wayCookie(options)) ?? '';
  if (!kept || kept['browser'] !== digestOf(browser)) throw new SignInRefused('Nobody left here for this.');

  const way: Way = { state, nonce: String(kept['nonce']), verifier: String(kept['verifier']) };
  const { claims, refreshToken } = await provider.redeem(
    new URL(`${publicUrl}${CALLBACK}?${request.query.toString()}`),
    way,
  );
  const person = personIn(claims, config);
  if (typeof person === 'string') return stranger(options, request, person);
  return welcome(options, request, person, {
    refreshToken,
    next: kept['next'] === SIGN_OUT ? SIGN_OUT : ownPath(String(kept['next'])),
  });
}

async function welcome(
  { sessions, coaches, seal, log, now }: SignInPagesOptions,
  request: HttpRequest,
  person: NamedPerson,
  { refreshToken, next }: { readonly refreshToken: string | null; readonly next: string },
): Promise<HttpReply> {
  const { tenant, userId, name, roles } = person;
  const at = now().toISOString();
  if (roles.includes('coach')) await coaches.keep({ tenant, id: userId, name, since: at });
  else await coaches.end(tenant, userId, at);
  if (refreshToken === null) log.warn({ audit: 'sign-in-short' }, 'sign-in: no refresh token; it ends in five minutes');

  const grant = refreshToken === null ? null : seal.seal(refreshToken);
  const cookie = await sessions.begin({ ...person, grant }, request.headers, grant === null ? UNCHECKED : undefined);
  log.info({ audit: 'signed-in', tenant, user: userId, roles }, 'sign-in');
  const reply = goTo(next);
  return { ...reply, headers: { ...reply.headers, 'set-cookie': cookie } };
}

function stranger(options: SignInPagesOptions, request: HttpRequest, why: Stranger): HttpReply {
  options.log.info({ audit: 'turned-away', why }, 'sign-in: a good account that may not come in');
  return say(options, request, { status: 403, key: why === 'no-role' ? 'noRole' : 'noPlace' }, []);
}

function failed(options: SignInPagesOptions, request: HttpRequest, error: unknown): HttpReply {
  const isAway = error instanceof ProviderUnavailable;
  if (!isAway && !(error instanceof SignInRefused)) throw error;
  options.log.warn({ audit: isAway ? 'provider-away' : 'sign-in-refused', why: codeOf(error) }, 'sign-in failed');
  const { t } = framedFor(options, request);
  const again = element('p', {}, element('a', { class: 'button', href: SIGN_IN }, escaped(t('identity.door.again'))));
  return say(options, request, { status: isAway ? 503 : 400, key: isAway ? 'away' : 'refused' }, [again]);
}

/** Of the library's error: a word that says what was wrong, never a value. */
function codeOf({ cause }: Error): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : 'unknown';
}

function say(
  options: SignInPagesOptions,
  request: HttpRequest,
  { status, key }: { readonly status: number; readonly key: string },
  more: readonly Markup[],
): HttpReply {
  const framed = framedFor(options, request);
  const title = framed.t(`identity.${key}.title`);
  return page(framed, request, {
    status,
    title,
    main: [element('h1', {}, escaped(title)), element('p', {}, escaped(framed.t(`identity.${key}.text`))), ...more],
  });
}

function framedFor({ texts, files }: SignInPagesOptions, request: HttpRequest) {
  const locale = localeOf(request);
  return { locale, t: texts(locale), files };
}

function wayCookie({ site }: SignInPagesOptions): string {
  return site.secure ? '__Host-op-een-lijn-way' : 'op-een-lijn-way';
}

function wayCookieFor(options: SignInPagesOptions, value: string): string {
  const flags = `Path=/; Max-Age=${WAY_MS / 1000}; HttpOnly; SameSite=Lax${options.site.secure ? '; Secure' : ''}`;
  return `${wayCookie(options)}=${value}; ${flags}`;
}
