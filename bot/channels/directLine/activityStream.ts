import type { WebSocket } from 'ws';
import type { ConversationStore, LogFeed, LoggedActivity } from '../../ports.ts';
import { activitySet } from './activitySet.ts';
import type { DirectLineLimits } from './limits.ts';
import { SESSION_SECONDS } from './session.ts';
import type { StreamTicket } from './streamTickets.ts';
import type { Talkers } from './talkers.ts';
import { seconds } from './token.ts';

export interface StreamOptions {
  readonly conversations: Pick<ConversationStore, 'readLog'>;
  readonly feed: LogFeed;
  readonly talkers: Pick<Talkers, 'mayStay'>;
  readonly limits: DirectLineLimits;
  readonly now: () => Date;
}

/** Activities read from the log at a time. */
const BATCH = 50;
/** What a socket gets to close politely before it is cut. */
const PATIENCE = 1000;
/** Closes a socket whose person may not be here. */
export const POLICY = 1008;

/**
 * Sends one client what its conversation's log has after the watermark, then what is added, each once and in order.
 * The log is the truth; the feed only says when to look, and saves the look when the next activity is in it.
 */
export class ActivityStream {
  readonly #socket: WebSocket;
  readonly #ticket: StreamTicket;
  readonly #options: StreamOptions;
  /** Everything up to here has been given to the socket. */
  #sent: number;
  #reading = false;
  #grewWhileReading = false;
  #answersPings = true;
  #frames = { since: 0, count: 0 };

  constructor(socket: WebSocket, ticket: StreamTicket, options: StreamOptions) {
    this.#socket = socket;
    this.#ticket = ticket;
    this.#options = options;
    this.#sent = ticket.after;
  }

  start(): void {
    const { tenant, conversationId } = this.#ticket.session;
    const leave = this.#options.feed.subscribe(tenant, conversationId, (logged) => this.#grow(logged));
    const beat = setInterval(() => this.#beat(), this.#options.limits.pingSeconds * 1000).unref();

    this.#socket.on('close', () => {
      leave();
      clearInterval(beat);
    });
    this.#socket.on('error', () => this.#socket.terminate());
    this.#socket.on('message', () => this.#countFrame());
    this.#socket.on('ping', () => this.#countFrame());
    this.#socket.on('pong', () => {
      this.#answersPings = true;
      this.#countFrame();
    });
    // The ticket may be older than a sign-out.
    void this.#endIfGone();
    void this.#catchUp();
  }

  /** Says goodbye with this code, and does not wait for an answer that may never come. */
  end(code: number): void {
    this.#socket.close(code);
    setTimeout(() => this.#socket.terminate(), PATIENCE).unref();
  }

  #grow(logged: readonly LoggedActivity[]): void {
    const news = logged.filter(({ seq }) => seq > this.#sent);
    const mustLook = logged.length === 0;
    if (this.#reading) this.#grewWhileReading = true;
    else if (news[0]?.seq === this.#sent + 1) void this.#send(news);
    else if (mustLook || news.length > 0) void this.#catchUp();
  }

  async #catchUp(): Promise<void> {
    if (this.#reading) return;
    this.#reading = true;
    try {
      do {
        this.#grewWhileReading = false;
        await this.#sendRest();
      } while (this.#grewWhileReading && this.#isOpen());
    } catch {
      this.end(1011);
    } finally {
      this.#reading = false;
    }
  }

  async #sendRest(): Promise<void> {
    const { tenant, conversationId } = this.#ticket.session;
    while (this.#isOpen()) {
      const logged = await this.#options.conversations.readLog(tenant, conversationId, this.#sent, BATCH);
      if (logged.length === 0) return;
      await this.#send(logged);
    }
  }

  /** Resolves when the bytes have left this process or the socket is gone. */
  #send(logged: readonly LoggedActivity[]): Promise<void> {
    const set = activitySet(this.#ticket.session.conversationId, logged, this.#sent);
    this.#sent = Number(set.watermark);
    if (!this.#isOpen() || set.activities.length === 0) return Promise.resolve();
    if (this.#socket.bufferedAmount > this.#options.limits.bufferedBytes) {
      this.#socket.terminate();
      return Promise.resolve();
    }
    return new Promise((resolve) => this.#socket.send(JSON.stringify(set), () => resolve()));
  }

  /** Also looks into the log, for what another instance has added. */
  #beat(): void {
    const { session } = this.#ticket;
    if (seconds(this.#options.now()) >= session.since + SESSION_SECONDS) this.end(1008);
    else if (!this.#answersPings) this.#socket.terminate();
    else {
      this.#answersPings = false;
      this.#socket.ping();
      void this.#endIfGone();
      void this.#catchUp();
    }
  }

  /** Somebody who signed out, or lost their account, hears nothing more. Not knowing is for the next look. */
  async #endIfGone(): Promise<void> {
    const mayStay = await this.#options.talkers.mayStay(this.#ticket.session).catch(() => true);
    if (!mayStay) this.end(POLICY);
  }

  #countFrame(): void {
    const now = Date.now();
    if (now - this.#frames.since > 10_000) this.#frames = { since: now, count: 0 };
    this.#frames.count += 1;
    if (this.#frames.count === this.#options.limits.framesPerTenSeconds + 1) this.end(1008);
  }

  #isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }
}
