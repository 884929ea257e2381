import type { Logger } from 'pino';
import type { Translate } from '../../../dialogs/texts.ts';
import { createSite } from '../../http/site.ts';
import type { KeyRing } from '../../keys/keyRing.ts';
import type { localeOf } from '../../mine/frame.ts';
import type { PageFiles } from '../../webPages/pageFiles.ts';
import { createFormTokens } from '../formTokens.ts';
import type { Identity } from '../identity.ts';
import type { PrincipalOf } from '../principal.ts';
import { createSessions, principalIn, type Span } from '../sessions.ts';
import { signOutPages } from '../signOut.ts';
import type { CoachStore, OneTimeStore, SessionStore } from '../stores.ts';
import { createCoachLinks } from './coachLinks.ts';
import { coachPages } from './coachPages.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A new link needs somebody at the machine, so a coach need not ask for one each day. */
const COACH_SPAN: Span = { idle: 14 * DAY_MS, most: 60 * DAY_MS };

/** What a local installation knows people by. */
export interface LocalIdentityOptions {
  readonly stores: { readonly sessions: SessionStore; readonly oneTimes: OneTimeStore; readonly coaches: CoachStore };
  readonly tenant: string;
  /** Which teacher a browser belongs to, by its Cookie header: the chat's own. */
  readonly browserOf: (cookie: string | undefined) => Promise<string | undefined>;
  /** Of at least 32 random bytes each, kept. */
  readonly formRing: KeyRing;
  readonly publicUrl: string;
  readonly texts: (locale: ReturnType<typeof localeOf>) => Translate;
  readonly files: PageFiles;
  readonly log: Pick<Logger, 'info'>;
  readonly now?: () => Date;
}

/** Without accounts: a teacher is a browser, a coach is whoever opened a link that this machine printed. */
export function localIdentity(options: LocalIdentityOptions): Identity {
  const { stores, tenant, browserOf, publicUrl, texts, files, log, now = () => new Date() } = options;
  const { coaches } = stores;
  const site = createSite(publicUrl);
  const sessions = createSessions({ store: stores.sessions, span: COACH_SPAN, secure: site.secure, now });
  const forms = createFormTokens(options.formRing, site);
  const coachLinks = createCoachLinks({ oneTimes: stores.oneTimes, tenant, now });

  const teacherOf: PrincipalOf = async (headers) => {
    const userId = await browserOf(headers['cookie']);
    return userId === undefined ? null : { tenant, userId, name: '', roles: new Set(['teacher']), session: null };
  };
  const coachOf: PrincipalOf = async (headers) => {
    const session = await sessions.of(headers);
    return session && principalIn(session);
  };

  return {
    teacherOf,
    coachOf,
    forms,
    coaches,
    coachLink: (url) => coachLinks.make(url),
    onSignOut: (listener) => sessions.onEnd(listener),
    routes: [
      ...coachPages({ links: coachLinks, sessions, coaches, tenant, texts, files, site, log, now }),
      ...signOutPages({
        sessions,
        whoIs: coachOf,
        forms,
        texts,
        files,
        accountSignOut: async () => null,
        again: null,
        log,
        now,
      }),
    ],
  };
}
