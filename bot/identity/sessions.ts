import { cookieNamed } from '../http/cookies.ts';
import type { Principal, Role } from './principal.ts';
import { digestOf, newSecret } from './secret.ts';
import type { KeptSession, SessionStore } from './stores.ts';

/** How long a sign-in lasts, in milliseconds: without its person, and at most. */
export interface Span {
  readonly idle: number;
  readonly most: number;
}

/** Who signed in, and how. */
export interface SignedIn {
  readonly tenant: string;
  readonly userId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Sealed: see `KeptSession`. */
  readonly grant: string | null;
}

type Headers = Readonly<Record<string, string | undefined>>;

/** Sign-ins of people, in a cookie of their browser. */
export interface Sessions {
  /** Begins a new one, with a new secret; the one that the browser came with is over. Gives the Set-Cookie header. */
  begin(person: SignedIn, headers: Headers, span?: Span): Promise<string>;
  /** The sign-in that a request came with, if it is alive. Seeing it keeps it alive. */
  of(headers: Headers): Promise<KeptSession | null>;
  /** All that are alive of the person whom a request came from: this one, and the others. Null without one. */
  all(headers: Headers): Promise<{ readonly own: KeptSession; readonly others: readonly KeptSession[] } | null>;
  /** The sign-in of this name, if it is alive. That it is looked at does not keep it so. */
  named(session: string): Promise<KeptSession | null>;
  /** Ends the one that a request came with. Gives the Set-Cookie header that makes the browser forget it. */
  leave(headers: Headers): Promise<string>;
  /** Ends it, and tells who listens. */
  end(digest: string): Promise<void>;
  /** Calls the listener with the `session` of every sign-in that ends here. Returns the function that stops it. */
  onEnd(listener: (session: string) => void): () => void;
}

/** Seen is written down at most this often. */
const TOUCH_MS = 60_000;

/** Sign-ins in a cookie: `__Host-` over https, out of reach of scripts, and not sent along from other sites. */
export function createSessions(options: {
  readonly store: SessionStore;
  readonly span: Span;
  /** Whether people come over https. */
  readonly secure: boolean;
  /** Where it counts; on the web when it is left out. A tab is a frame in somebody else's page. */
  readonly place?: KeptSession['place'];
  /** Whether it still holds, and with which roles; null ends nothing, but lets nobody in. Left out: it holds. */
  readonly recheck?: (session: KeptSession) => Promise<KeptSession | null>;
  readonly now: () => Date;
}): Sessions {
  const { store, span, secure, place = 'web', recheck = async (session) => session, now } = options;
  const { name, flags } = cookieFor(place, secure);
  const listeners = new Set<(session: string) => void>();
  const set = (value: string, seconds: number) => `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; ${flags}`;
  const digestIn = (headers: Headers) => {
    const secret = cookieNamed(headers['cookie'], name);
    return secret === undefined || secret === '' ? null : digestOf(secret);
  };
  const alive = async (digest: string) => {
    const session = await store.find(digest, now().toISOString());
    return session && recheck(session);
  };
  const end = async (digest: string) => {
    await store.end(digest);
    for (const listener of listeners) listener(digest);
  };

  return {
    async begin(person, headers, lasting = span) {
      const before = digestIn(headers);
      if (before !== null) await end(before);

      const secret = newSecret();
      await store.begin({ digest: digestOf(secret), place, ...person, ...moments(lasting, now()) });
      return set(secret, Math.round(lasting.most / 1000));
    },
    async of(headers) {
      const digest = digestIn(headers);
      const session = digest === null ? null : await alive(digest);
      if (session?.place !== place) return null;
      const at = now();
      if (at.getTime() - Date.parse(session.seenAt) >= TOUCH_MS) {
        await store.touch(session.digest, { at: at.toISOString(), idleUntil: later(at, span.idle) });
      }
      return session;
    },
    async all(headers) {
      const digest = digestIn(headers);
      const own = digest === null ? null : await alive(digest);
      if (!own) return null;
      const all = await store.listOf(own.tenant, own.userId, now().toISOString());
      return { own, others: all.filter((one) => one.digest !== own.digest) };
    },
    named: alive,
    async leave(headers) {
      const digest = digestIn(headers);
      if (digest !== null) await end(digest);
      return set('', 0);
    },
    end,
    onEnd(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * The cookie of a tab goes along in a frame, and only in a frame of the very page in which it was set (CHIPS): framed by
 * another site, the same browser is nobody.
 */
function cookieFor(place: KeptSession['place'], secure: boolean): { readonly name: string; readonly flags: string } {
  if (place === 'tab') return { name: '__Host-op-een-lijn-tab', flags: 'SameSite=None; Secure; Partitioned' };
  return secure
    ? { name: '__Host-op-een-lijn-sign-in', flags: 'SameSite=Lax; Secure' }
    : { name: 'op-een-lijn-sign-in', flags: 'SameSite=Lax' };
}

/** Who is behind a sign-in. */
export function principalIn({ tenant, userId, name, roles, digest }: KeptSession): Principal {
  // The roles are what an earlier sign-in of ours kept.
  return { tenant, userId, name, roles: new Set(roles as readonly Role[]), session: digest };
}

function moments(
  span: Span,
  at: Date,
): Pick<KeptSession, 'createdAt' | 'seenAt' | 'idleUntil' | 'endsAt' | 'checkedAt'> {
  const now = at.toISOString();
  return { createdAt: now, seenAt: now, checkedAt: now, idleUntil: later(at, span.idle), endsAt: later(at, span.most) };
}

function later(at: Date, milliseconds: number): string {
  return new Date(at.getTime() + milliseconds).toISOString();
}
