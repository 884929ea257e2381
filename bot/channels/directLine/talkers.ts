import { randomBytes } from 'node:crypto';
import type { HttpRequest } from '../../http/route.ts';
import type { Principal, PrincipalOf } from '../../identity/principal.ts';
import type { BrowserCookie } from './browserCookie.ts';
import type { Session } from './session.ts';

/** Somebody who opens the chat. */
export interface Talker {
  readonly tenant: string;
  readonly userId: string;
  /** The sign-in that lets them in; null without one. */
  readonly signIn: string | null;
  /** Whether they may have been here before. */
  readonly isKnown: boolean;
  /** Headers that make the browser remember. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Knows who may talk. */
export interface Talkers {
  /** Null for somebody who has to sign in first. */
  of(request: HttpRequest): Promise<Talker | null>;
  /** Whether somebody who was let in may still be here. */
  mayStay(session: Session): Promise<boolean>;
}

/** Where people have accounts: who asks, and whether a sign-in is alive, by its name. */
export interface Accounts {
  readonly whoIs: PrincipalOf;
  readonly signedInAs: (session: string) => Promise<Principal | null>;
  /** Calls the listener with the name of every sign-in that ends here. Returns the function that stops it. */
  readonly onSignOut: (listener: (session: string) => void) => () => void;
}

/** Everybody may talk; a cookie makes a browser the same teacher next time. */
export function browserTalkers(tenant: string, cookie: BrowserCookie): Talkers {
  return {
    async of({ headers }) {
      const known = await cookie.read(headers['cookie']);
      const userId = known ?? `dl_${randomBytes(16).toString('base64url')}`;
      const remember = { 'set-cookie': await cookie.write(userId) };
      return { tenant, userId, signIn: null, isKnown: known !== undefined, headers: remember };
    },
    mayStay: async (session) => session.tenant === tenant && session.signIn === null,
  };
}

/** Only who is signed in may talk, for as long as that sign-in is alive. */
export function accountTalkers({ whoIs, signedInAs }: Accounts): Talkers {
  return {
    async of({ headers }) {
      const person = await whoIs(headers);
      if (!person) return null;
      const { tenant, userId, session } = person;
      return { tenant, userId, signIn: session, isKnown: true, headers: {} };
    },
    async mayStay({ tenant, userId, signIn }) {
      const person = signIn === null ? null : await signedInAs(signIn);
      return person?.tenant === tenant && person.userId === userId;
    },
  };
}
