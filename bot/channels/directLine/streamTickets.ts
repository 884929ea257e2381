import { randomBytes } from 'node:crypto';
import type { Session } from './session.ts';

/** What a stream address lets in. */
export interface StreamTicket {
  readonly session: Session;
  /** The client has everything up to here. */
  readonly after: number;
}

/** Browsers cannot send a header with a WebSocket, so its address holds a ticket: good once, for a short time. */
export class StreamTickets {
  readonly #open = new Map<string, StreamTicket & { readonly expires: number }>();
  readonly #milliseconds: number;
  readonly #now: () => Date;

  constructor(seconds: number, now: () => Date) {
    this.#milliseconds = seconds * 1000;
    this.#now = now;
  }

  issue(ticket: StreamTicket): string {
    this.#forgetExpired();
    const id = randomBytes(24).toString('base64url');
    this.#open.set(id, { ...ticket, expires: this.#now().getTime() + this.#milliseconds });
    return id;
  }

  /** What this ticket lets in, this one time. */
  use(id: string): StreamTicket | undefined {
    this.#forgetExpired();
    const ticket = this.#open.get(id);
    this.#open.delete(id);
    return ticket;
  }

  /** All live equally long, so the oldest come first. */
  #forgetExpired(): void {
    const now = this.#now().getTime();
    for (const [id, { expires }] of this.#open) {
      if (expires > now) return;
      this.#open.delete(id);
    }
  }
}
