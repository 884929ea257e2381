import { errors, SignJWT } from 'jose';
import { z } from 'zod';
import { HttpError } from '../../http/httpError.ts';
import type { KeyRing } from '../../keys/keyRing.ts';
import { verifyByRing } from '../../keys/verifyByRing.ts';
import { SESSION_SECONDS, type Session } from './session.ts';

/** Seconds that one token is good for. */
const TOKEN_SECONDS = 1800;
const AUDIENCE = 'direct-line';

/** The answer to everybody who asks for a token, as Direct Line 3.0 has it. */
export interface IssuedToken {
  readonly conversationId: string;
  readonly token: string;
  /** Seconds. */
  readonly expires_in: number;
}

/** Signed tokens that hold all we need; nothing about them is kept. */
export interface Tokens {
  /** @throws HttpError 401 when the session's 12 hours are over */
  issue(session: Session): Promise<IssuedToken>;
  /** @throws HttpError 401 for a token that is changed, expired or not ours */
  verify(token: string): Promise<Session>;
}

const claimsSchema = z.object({
  tenant: z.string(),
  conv: z.string(),
  user: z.string(),
  since: z.number(),
  sign: z.string().nullable().default(null),
});

/** Tokens whose signature has been checked; the oldest make room. A signature stays right, so only time is looked at again. */
const REMEMBERED = 10_000;

export function tokens(ring: KeyRing, now: () => Date): Tokens {
  const verified = new Map<string, { readonly session: Session; readonly expires: number }>();
  let keys = ring.all();

  /** A key that was taken away takes what it signed with it. */
  function known(token: string) {
    if (keys.some((key) => !ring.all().includes(key))) verified.clear();
    keys = ring.all();
    return verified.get(token);
  }

  function remember(token: string, session: Session, expires: number): void {
    const [oldest] = verified.size >= REMEMBERED ? verified.keys() : [];
    if (oldest !== undefined) verified.delete(oldest);
    verified.set(token, { session, expires });
  }

  return {
    async issue(session) {
      const at = seconds(now());
      const expires = Math.min(at + TOKEN_SECONDS, session.since + SESSION_SECONDS);
      if (expires <= at) throw expired();

      const token = await new SignJWT({
        tenant: session.tenant,
        conv: session.conversationId,
        user: session.userId,
        since: session.since,
        ...(session.signIn === null ? {} : { sign: session.signIn }),
      })
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience(AUDIENCE)
        .setIssuedAt(at)
        .setExpirationTime(expires)
        .sign(ring.current());
      return { conversationId: session.conversationId, token, expires_in: expires - at };
    },
    async verify(token) {
      const remembered = known(token);
      if (remembered && remembered.expires > seconds(now())) return remembered.session;

      try {
        const payload = await verifyByRing(token, ring, {
          algorithms: ['HS256'],
          audience: AUDIENCE,
          requiredClaims: ['exp'],
          currentDate: now(),
        });
        const { tenant, conv, user, since, sign } = claimsSchema.parse(payload);
        const session = { tenant, conversationId: conv, userId: user, since, signIn: sign };
        remember(token, session, payload.exp ?? 0);
        return session;
      } catch (error) {
        throw error instanceof errors.JWTExpired
          ? expired()
          : new HttpError(401, 'BadToken', 'The token is not valid.');
      }
    },
  };
}

/** Whole seconds since 1970. */
export function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

function expired(): HttpError {
  return new HttpError(401, 'TokenExpired', 'The token has expired.');
}
