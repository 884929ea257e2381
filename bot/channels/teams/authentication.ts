import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify, type ProtectedHeaderParameters } from 'jose';
import { TeamsRefusal } from './refusal.ts';
import type { ServiceCheck } from './serviceUrl.ts';
import { KeysUnavailable, type SigningKey, type SigningKeys } from './signingKeys.ts';

/** The only channel that may come in here. */
export const TEAMS = 'msteams';

const ISSUER = 'https://api.botframework.com';
const LEEWAY_SECONDS = 5 * 60;
const ALGORITHM = 'RS256';
/** Headers in which a token may bring its own key, or point at one. */
const OWN_KEYS = ['jku', 'jwk', 'x5u', 'x5c', 'crit'];

/** Lets a request in only when Teams itself sent it. */
export interface Authentication {
  /**
   * Checks the token, and that the body is what it was given for.
   * @throws TeamsRefusal 401; 400 when an otherwise good request does not say where to answer; 503 without keys
   */
  check(authorization: string | undefined, body: Readonly<Record<string, unknown>>): Promise<void>;
}

/**
 * The checks that the connector asks for, and some that it does not: one algorithm, one issuer, one channel, and a service
 * address that is on our list.
 * Source: Authentication with the Bot Connector API (Azure AI Bot Service), step 4: Verify the JWT token. There a refusal
 * is 403; here it is 401, with one body for all.
 */
export function createAuthentication(options: {
  readonly appId: string;
  readonly keys: SigningKeys;
  readonly isAllowedService: ServiceCheck;
  readonly now: () => Date;
}): Authentication {
  const { appId, keys, isAllowedService, now } = options;

  const claimsOf = async (token: string): Promise<JWTPayload> => {
    const { key, endorsements } = await keyOf(keys, token);
    if (!endorsements.includes(TEAMS)) throw new TeamsRefusal(401, 'the key may not speak for Teams');
    const { payload } = await jwtVerify(token, key, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: appId,
      clockTolerance: LEEWAY_SECONDS,
      requiredClaims: ['exp', 'serviceurl'],
      currentDate: now(),
    });
    return payload;
  };

  return {
    async check(authorization, body) {
      const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '') ?? [];
      if (token === undefined) throw new TeamsRefusal(401, 'no token');

      const claims = await claimsOf(token).catch((error: unknown) => {
        throw refusalOf(error);
      });
      if (body['channelId'] !== TEAMS) throw new TeamsRefusal(401, 'another channel');
      if (body['serviceUrl'] === undefined) throw new TeamsRefusal(400, 'no service address');
      if (body['serviceUrl'] !== claims['serviceurl']) throw new TeamsRefusal(401, 'the token is for another service');
      if (!isAllowedService(body['serviceUrl'])) throw new TeamsRefusal(401, 'a service that is not on the list');
    },
  };
}

async function keyOf(keys: SigningKeys, token: string): Promise<SigningKey> {
  const header = headerOf(token);
  if (header.alg !== ALGORITHM || OWN_KEYS.some((name) => name in header)) {
    throw new TeamsRefusal(401, 'a header that is not allowed');
  }
  const key = await keys.find(header.kid ?? '');
  if (!key) throw new TeamsRefusal(401, 'an unknown key');
  return key;
}

/** The only call that answers nonsense with an error of no kind of its own. */
function headerOf(token: string): ProtectedHeaderParameters {
  try {
    return decodeProtectedHeader(token);
  } catch {
    throw new TeamsRefusal(401, 'a header that cannot be read');
  }
}

function refusalOf(error: unknown): unknown {
  if (error instanceof KeysUnavailable) return new TeamsRefusal(503, 'the keys of the connector cannot be fetched');
  if (error instanceof errors.JOSEError) return new TeamsRefusal(401, error.code);
  return error;
}
