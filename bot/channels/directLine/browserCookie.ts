import { SignJWT } from 'jose';
import { cookieNamed } from '../../http/cookies.ts';
import type { KeyRing } from '../../keys/keyRing.ts';
import { verifyByRing } from '../../keys/verifyByRing.ts';
import { seconds } from './token.ts';

const AUDIENCE = 'browser';
const DAY_SECONDS = 24 * 60 * 60;

/** Remembers which teacher a browser belongs to, so that a reload brings back its own conversation. */
export interface BrowserCookie {
  /** The user id in a Cookie header, or undefined when there is none that we signed and that still holds. */
  read(header: string | undefined): Promise<string | undefined>;
  /** The Set-Cookie header: HttpOnly, SameSite=Strict and, over https, `__Host-` and Secure. */
  write(userId: string): Promise<string>;
}

export function browserCookie(options: {
  readonly ring: KeyRing;
  readonly tenant: string;
  readonly secure: boolean;
  readonly days: number;
  readonly now: () => Date;
}): BrowserCookie {
  const { ring, tenant, secure, days, now } = options;
  const name = secure ? '__Host-op-een-lijn' : 'op-een-lijn';
  const lifetime = Math.round(days * DAY_SECONDS);

  return {
    async read(header) {
      const value = cookieNamed(header, name);
      if (value === undefined) return undefined;
      try {
        const { sub } = await verifyByRing(value, ring, {
          algorithms: ['HS256'],
          audience: AUDIENCE,
          issuer: tenant,
          requiredClaims: ['exp', 'sub'],
          currentDate: now(),
        });
        return sub;
      } catch {
        return undefined;
      }
    },
    async write(userId) {
      const at = seconds(now());
      const value = await new SignJWT({})
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience(AUDIENCE)
        .setIssuer(tenant)
        .setSubject(userId)
        .setIssuedAt(at)
        .setExpirationTime(at + lifetime)
        .sign(ring.current());
      return `${name}=${value}; Path=/; Max-Age=${lifetime}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
    },
  };
}
