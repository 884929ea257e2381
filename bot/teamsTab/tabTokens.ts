import { createRemoteJWKSet, decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';

/** Who somebody is in Teams, by a token that was right. */
export interface TabPerson {
  readonly tenant: string;
  readonly userId: string;
  readonly name: string;
}

/** A token that opens nothing here; `why` is a word for the log, never a value. */
export class TabRefused extends Error {
  override readonly name = 'TabRefused';
  readonly status: 401 | 403 | 503;
  readonly why: string;

  constructor(status: 401 | 403 | 503, why: string) {
    super(why);
    this.status = status;
    this.why = why;
  }
}

/** Reads the tokens that Teams gives a tab. */
export interface TabTokens {
  /** @throws TabRefused 401 for a token that is not right, 403 for another organisation, 503 without keys */
  verify(token: string): Promise<TabPerson>;
}

const SCOPE = 'access_as_user';
const LEEWAY_SECONDS = 60;
const TIMEOUT_MS = 5_000;
/** Whoever makes up key ids cannot make us fetch more often than this. */
const BETWEEN_FETCHES_MS = 60_000;
const LONGEST_NAME = 80;

/**
 * A token is right when Entra signed it for this app, in an organisation that may be here, with the scope that Teams asks
 * for. Source: Access tokens in the Microsoft identity platform, Validate tokens; Enable SSO for tab app.
 */
export function createTabTokens(options: {
  /** Where organisations sign in, without a slash behind it: https://login.microsoftonline.com */
  readonly authority: string;
  readonly appId: string;
  readonly publicUrl: string;
  readonly tenants: readonly string[];
  readonly now: () => Date;
}): TabTokens {
  const { authority, appId, publicUrl, tenants, now } = options;
  const { host } = new URL(publicUrl);
  const audience = [appId, `api://${appId}`, `api://${host}/${appId}`, `api://${host}/botid-${appId}`];
  const keys = new Map(
    tenants.map((tenant) => [
      tenant,
      createRemoteJWKSet(new URL(`${authority}/${tenant}/discovery/v2.0/keys`), {
        timeoutDuration: TIMEOUT_MS,
        cooldownDuration: BETWEEN_FETCHES_MS,
      }),
    ]),
  );

  return {
    async verify(token) {
      const tenant = claimed(token);
      const keysOfTenant = keys.get(tenant);
      if (!keysOfTenant) throw new TabRefused(403, 'another organisation');
      const checks = {
        algorithms: ['RS256'],
        issuer: `${authority}/${tenant}/v2.0`,
        audience,
        clockTolerance: LEEWAY_SECONDS,
        requiredClaims: ['exp', 'tid', 'oid', 'scp'],
        currentDate: now(),
      };
      const { payload } = await jwtVerify(token, keysOfTenant, checks).catch((error: unknown) => {
        throw refusalOf(error);
      });
      return personIn(payload, tenant);
    },
  };
}

/** The organisation that a token names, in small letters; not believed until the token is. */
function claimed(token: string): string {
  try {
    return String(decodeJwt(token)['tid']).toLowerCase();
  } catch {
    throw new TabRefused(401, 'no token');
  }
}

function personIn({ oid, scp, name }: JWTPayload, tenant: string): TabPerson {
  if (typeof scp !== 'string' || !scp.split(' ').includes(SCOPE)) throw new TabRefused(401, 'without the scope');
  if (typeof oid !== 'string' || oid === '') throw new TabRefused(401, 'without a person');
  const shown = typeof name === 'string' ? name.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim() : '';
  return { tenant, userId: oid.toLowerCase(), name: shown.slice(0, LONGEST_NAME).toWellFormed() };
}

/** What jose found wrong; anything else is that the keys could not be had. */
function refusalOf(error: unknown): TabRefused {
  if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError))
    return new TabRefused(503, 'no keys');
  // A reply that is no key set.
  if (error.code === 'ERR_JOSE_GENERIC' || error instanceof errors.JWKSInvalid) return new TabRefused(503, 'no keys');
  return new TabRefused(401, error.code);
}
