import type { Logger } from 'pino';
import type { Translate } from '../../../dialogs/texts.ts';
import { createSite } from '../../http/site.ts';
import type { KeyRing } from '../../keys/keyRing.ts';
import type { localeOf } from '../../mine/frame.ts';
import type { PageFiles } from '../../webPages/pageFiles.ts';
import { createFormTokens } from '../formTokens.ts';
import { createGrantSeal } from '../grantSeal.ts';
import type { Identity } from '../identity.ts';
import type { Principal, PrincipalOf } from '../principal.ts';
import { createSessions, principalIn, type Sessions, type Span } from '../sessions.ts';
import { signOutPages } from '../signOut.ts';
import type { CoachStore, OneTimeStore, SessionStore } from '../stores.ts';
import { createProvider } from './provider.ts';
import { createRecheck } from './recheck.ts';
import type { SignInConfig } from './signInConfig.ts';
import { CALLBACK, SIGN_IN_AGAIN, signInPages } from './signInPages.ts';

const HOUR_MS = 60 * 60 * 1000;
/** A morning's pause, and a working day. */
const SPAN: Span = { idle: 4 * HOUR_MS, most: 12 * HOUR_MS };

/** What signing in with an account is made from. */
export interface OrganisationIdentityOptions {
  readonly config: SignInConfig;
  readonly stores: { readonly sessions: SessionStore; readonly oneTimes: OneTimeStore; readonly coaches: CoachStore };
  /** Of at least 32 random bytes each, kept; the second of exactly 32. */
  readonly formRing: KeyRing;
  readonly grantRing: KeyRing;
  readonly publicUrl: string;
  readonly texts: (locale: ReturnType<typeof localeOf>) => Translate;
  readonly files: PageFiles;
  readonly log: Logger;
  readonly now?: () => Date;
}

/** Identity by account, and what a line to the chat asks of it. */
export interface OrganisationIdentity extends Identity {
  /** Whether a sign-in is alive, by its name; and whose it is. */
  readonly signedInAs: (session: string) => Promise<Principal | null>;
}

/** People sign in with the account of their organisation; who they are and what they may do comes from there. */
export function organisationIdentity(options: OrganisationIdentityOptions): OrganisationIdentity {
  const { config, stores, publicUrl, texts, files, log, now = () => new Date() } = options;
  const { coaches, oneTimes } = stores;
  const site = createSite(publicUrl);
  const seal = createGrantSeal(options.grantRing);
  const provider = createProvider(config, `${publicUrl}${CALLBACK}`, `${publicUrl}/signed-out`);
  const recheck = createRecheck({
    store: stores.sessions,
    coaches,
    provider,
    config,
    seal,
    end: (digest) => sessions.end(digest),
    log,
    now,
  });
  const sessions: Sessions = createSessions({ store: stores.sessions, span: SPAN, secure: site.secure, recheck, now });
  const forms = createFormTokens(options.formRing, site);

  const whoIs: PrincipalOf = async (headers) => {
    const session = await sessions.of(headers);
    return session && principalIn(session);
  };
  const coachOf: PrincipalOf = async (headers) => {
    const principal = await whoIs(headers);
    return principal?.roles.has('coach') ? principal : null;
  };

  return {
    teacherOf: whoIs,
    coachOf,
    forms,
    coaches,
    coachLink: async () => null,
    onSignOut: (listener) => sessions.onEnd(listener),
    async signedInAs(name) {
      const session = await sessions.named(name);
      return session && principalIn(session);
    },
    routes: [
      ...signInPages({
        config,
        provider,
        sessions,
        oneTimes,
        coaches,
        seal,
        whoIs,
        publicUrl,
        site,
        texts,
        files,
        log,
        now,
      }),
      ...signOutPages({
        sessions,
        whoIs,
        forms,
        texts,
        files,
        accountSignOut: () => provider.signOutUrl().catch(() => null),
        again: SIGN_IN_AGAIN,
        log,
        now,
      }),
    ],
  };
}
