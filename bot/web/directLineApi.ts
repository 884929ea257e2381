import type { Activity } from './activity.ts';

/** The right to one conversation, for a while. */
export interface Ticket {
  readonly conversationId: string;
  readonly token: string;
  /** Milliseconds since 1970, by this browser's clock. */
  readonly expiresAt: number;
  /** From this moment on it is better renewed. */
  readonly renewAt: number;
}

/** Activities, in order, and the watermark after them. */
export interface ActivitySet {
  readonly activities: readonly Activity[];
  readonly watermark?: string;
}

/** The server said no, or nothing at all: then `status` is 0 and nobody knows what it did. */
export class DirectLineProblem extends Error {
  override readonly name = 'DirectLineProblem';
  readonly status: number;

  constructor(status: number, options?: ErrorOptions) {
    super(`Direct Line answered ${status || 'nothing'}`, options);
    this.status = status;
  }
}

/** The ticket is not, or no longer, good for this. */
export function isRefusal({ status }: DirectLineProblem): boolean {
  return status === 401 || status === 403 || status === 404;
}

const TIMEOUT = 10_000;
/** The page itself then shows where to sign in. */
const SIGN_IN_FIRST = 401;
const CONVERSATIONS = '/v3/directline/conversations';

/** This browser's conversation; the cookie of the answer brings it back next time. */
export async function obtainTicket(): Promise<Ticket> {
  try {
    return ticketFrom(await call('/api/directline/token', { method: 'POST', body: {} }));
  } catch (problem) {
    if (problem instanceof DirectLineProblem && problem.status === SIGN_IN_FIRST) location.reload();
    throw problem;
  }
}

/** A newer ticket for the same conversation. */
export async function renewTicket(ticket: Ticket): Promise<Ticket> {
  return ticketFrom(await call('/v3/directline/tokens/refresh', { method: 'POST', ticket }));
}

/** Where a client is in the conversation. */
export interface Place {
  /** Empty at the start. */
  readonly watermark: string;
  /** The language of a first greeting. */
  readonly locale: string;
}

/** The address of a socket that brings everything from this place on. It can be used once, soon. */
export async function openStream(ticket: Ticket, { watermark, locale }: Place): Promise<string> {
  const answer = await (watermark === ''
    ? call(CONVERSATIONS, { method: 'POST', ticket, body: { locale } })
    : call(`${conversationPath(ticket)}?watermark=${encodeURIComponent(watermark)}`, { ticket }));
  return onThisHost((answer as { streamUrl: string }).streamUrl);
}

/** Everything after the watermark, for browsers whose network lets no sockets through. */
export async function readActivities(ticket: Ticket, watermark: string): Promise<ActivitySet> {
  const path = `${conversationPath(ticket)}/activities?watermark=${encodeURIComponent(watermark)}`;
  return (await call(path, { ticket })) as ActivitySet;
}

/** Hands over one activity; resolves with its id once the server has kept it. */
export async function postActivity(ticket: Ticket, activity: Activity): Promise<string> {
  const answer = await call(`${conversationPath(ticket)}/activities`, { method: 'POST', ticket, body: activity });
  return (answer as { id: string }).id;
}

function conversationPath({ conversationId }: Ticket): string {
  return `${CONVERSATIONS}/${encodeURIComponent(conversationId)}`;
}

/** Behind a proxy the server may know itself by another name. */
function onThisHost(streamUrl: string): string {
  const url = new URL(streamUrl, location.href);
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${url.pathname}${url.search}`;
}

function ticketFrom(answer: unknown): Ticket {
  const issued = answer as { conversationId: string; token: string; expires_in: number };
  const { conversationId, token, expires_in: seconds } = issued;
  const now = Date.now();
  return { conversationId, token, expiresAt: now + seconds * 1000, renewAt: now + seconds * 500 };
}

async function call(
  path: string,
  { method = 'GET', ticket, body }: { method?: string; ticket?: Ticket; body?: unknown },
): Promise<unknown> {
  const response = await fetch(path, {
    method,
    cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT),
    headers: {
      accept: 'application/json',
      ...(ticket ? { authorization: `Bearer ${ticket.token}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  }).catch((cause: unknown) => {
    throw new DirectLineProblem(0, { cause });
  });
  if (!response.ok) throw new DirectLineProblem(response.status);
  return response.json().catch((cause: unknown) => {
    throw new DirectLineProblem(0, { cause });
  });
}
