import { types } from 'node:util';
import type { JsonObject } from '../../ports.ts';
import type { TeamsAddress } from './address.ts';
import type { AppToken } from './appToken.ts';
import type { ServiceCheck } from './serviceUrl.ts';

/** What became of a message that was offered to Teams. */
export type SendOutcome =
  /** `id`: the message as Teams names it, when it said so. */
  | { readonly kind: 'sent'; readonly id?: string }
  /** It was not accepted, and may be offered again; `seconds`: not before then. */
  | { readonly kind: 'later'; readonly why: string; readonly seconds?: number }
  /** It may have been accepted, or not. */
  | { readonly kind: 'unknown'; readonly why: string }
  /** It will never be accepted. */
  | { readonly kind: 'never'; readonly why: string };

/** Sends to Teams. */
export interface Connector {
  /** Offers one message, once. Never rejects. */
  send(address: TeamsAddress, message: JsonObject): Promise<SendOutcome>;
}

/** Teams itself expects answers within this time. */
const TIMEOUT_MS = 15_000;

/** A message that gets one of these may have been accepted all the same. */
const UNKNOWN = new Set([500, 502, 504]);
/** Source: Optimize your bot with rate limiting in Teams (Microsoft Teams developer documentation); 408 and 503 by HTTP. */
const LATER = new Set([408, 412, 429, 503]);
/** Errors of a connection that was never made. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Calls `POST /v3/conversations/:id/activities` of the service that the address names, if it is on our list. Redirects
 * are not followed: the app token goes nowhere else.
 * Source: Bot Framework REST API reference, Send to conversation (Azure AI Bot Service).
 */
export function createConnector(options: {
  readonly appToken: AppToken;
  readonly isAllowedService: ServiceCheck;
}): Connector {
  const { appToken, isAllowedService } = options;

  const offer = async (address: string, message: JsonObject): Promise<SendOutcome> => {
    const { token, isNew } = await tokenOf(appToken);
    if (token === undefined) return { kind: 'later', why: 'no app token' };
    const reply = await post(address, token, message);
    if ('kind' in reply) return reply;
    if (reply.ok) return { kind: 'sent', ...(await idIn(reply)) };
    await reply.body?.cancel();
    if (reply.status !== 401) return outcomeOf(reply);

    appToken.forget(token);
    // An old token may have been taken back; with a new one there is nothing left to try.
    return isNew ? outcomeOf(reply) : offer(address, message);
  };

  return {
    async send({ serviceUrl, conversation }, message) {
      if (!isAllowedService(serviceUrl)) return { kind: 'never', why: 'a service that is not on the list' };
      const base = serviceUrl.replace(/\/$/, '');
      return offer(`${base}/v3/conversations/${encodeURIComponent(conversation)}/activities`, message);
    },
  };
}

async function tokenOf(appToken: AppToken): Promise<{ readonly token?: string; readonly isNew: boolean }> {
  try {
    return await appToken.get();
  } catch {
    return { isNew: false };
  }
}

async function post(address: string, token: string, message: JsonObject): Promise<Response | SendOutcome> {
  try {
    return await fetch(address, {
      method: 'POST',
      redirect: 'manual',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    const why = codeOf(error);
    return NEVER_CONNECTED.has(why) ? { kind: 'later', why } : { kind: 'unknown', why };
  }
}

/** The message has arrived, whatever its answer holds. */
async function idIn(reply: Response): Promise<{ readonly id?: string }> {
  try {
    const body: unknown = await reply.json();
    const id = typeof body === 'object' && body !== null && 'id' in body ? body.id : undefined;
    return typeof id === 'string' ? { id } : {};
  } catch {
    return {};
  }
}

function outcomeOf({ status, headers }: Response): SendOutcome {
  const why = String(status);
  if (UNKNOWN.has(status)) return { kind: 'unknown', why };
  if (LATER.has(status)) return { kind: 'later', why, ...secondsIn(headers.get('retry-after')) };
  return { kind: 'never', why };
}

function secondsIn(retryAfter: string | null): { readonly seconds?: number } {
  if (retryAfter === null) return {};
  const seconds = /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - Date.now()) / 1000;
  return seconds > 0 ? { seconds } : {};
}

/** Fetch puts what happened into the cause; aborting has only a name. */
function codeOf(error: unknown): string {
  if (!types.isNativeError(error)) return 'unknown';
  const { cause } = error;
  const code = types.isNativeError(cause) && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : error.name;
}
