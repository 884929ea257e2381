import { z } from 'zod';
import { digestOf, newSecret } from '../../identity/secret.ts';
import type { OneTimeStore } from '../../identity/stores.ts';
import type { Session } from './session.ts';

/** What a stream address lets in. */
export interface StreamTicket {
  readonly session: Session;
  /** The client has everything up to here. */
  readonly after: number;
}

/**
 * Browsers cannot send a header with a WebSocket, so its address holds a ticket: good once, for a short time, at every
 * instance.
 */
export interface StreamTickets {
  issue(ticket: StreamTicket): Promise<string>;
  /** What this ticket lets in, this one time. */
  use(id: string): Promise<StreamTicket | undefined>;
}

const PURPOSE = 'stream';
/** The ticket itself says whose it is. */
const NO_TENANT = '';

const ticketSchema = z.object({
  session: z.object({
    tenant: z.string(),
    conversationId: z.string(),
    userId: z.string(),
    signIn: z.string().nullable(),
    since: z.number(),
  }),
  after: z.number(),
});

export function streamTickets(
  oneTimes: Pick<OneTimeStore, 'keep' | 'use'>,
  seconds: number,
  now: () => Date,
): StreamTickets {
  return {
    async issue({ session, after }) {
      const secret = newSecret();
      const expiresAt = new Date(now().getTime() + seconds * 1000).toISOString();
      const value = { session: { ...session }, after };
      await oneTimes.keep({ tenant: NO_TENANT, purpose: PURPOSE, digest: digestOf(secret), value, expiresAt });
      return secret;
    },
    async use(id) {
      if (id === '') return undefined;
      const kept = await oneTimes.use(NO_TENANT, PURPOSE, digestOf(id), now().toISOString());
      return kept === null ? undefined : ticketSchema.parse(kept);
    },
  };
}
