import type { Activity } from './activity.ts';
import { type ActivityStream, pollingStream, SocketBlocked, socketStream } from './activityStream.ts';
import { type ActivitySet, DirectLineProblem, isRefusal, type Ticket } from './directLineApi.ts';
import { type Pause, pause, retryPause } from './retryPause.ts';
import type { TicketKeeper } from './ticketKeeper.ts';

/** What the page wants to know of the line. */
export interface LineListener {
  /** The language that a first greeting is to be in. */
  locale(): string;
  /** Every activity once, in the order of the server's log. */
  onActivity(activity: Activity): void;
  onState(state: 'online' | 'lost'): void;
  /** The server gave another conversation than before; what is shown belongs to the old one. */
  onOtherConversation(): void;
}

/** A line to this browser's conversation that mends itself. */
export interface ConversationLine {
  /** Something suggests that the world has changed (the laptop woke, the network is back): look now, not later. */
  check(): void;
  /** Hang up and get everything after the last watermark again. */
  reconnect(): void;
}

/** So many sockets that did not open, before we ask again and again instead. */
const BLOCKED_IS_ENOUGH = 2;

/** Keeps the line open for as long as the page lives. */
export function openConversationLine(tickets: TicketKeeper, listener: LineListener): ConversationLine {
  const seen = new Set<string>();
  let conversationId: string | undefined;
  let watermark = '';
  let stream: ActivityStream | undefined;
  let waiting: Pause | undefined;
  let blocked = 0;

  function receive(set: ActivitySet): void {
    for (const activity of set.activities) {
      if (activity.id && seen.has(activity.id)) continue;
      if (activity.id) seen.add(activity.id);
      listener.onActivity(activity);
    }
    watermark = set.watermark || watermark;
  }

  async function connect(): Promise<ActivityStream> {
    const ticket = await tickets.valid();
    if (conversationId && conversationId !== ticket.conversationId) {
      watermark = '';
      seen.clear();
      listener.onOtherConversation();
    }
    conversationId = ticket.conversationId;
    return openedWith(ticket).catch((problem: unknown) => {
      if (problem instanceof SocketBlocked) blocked += 1;
      if (problem instanceof DirectLineProblem && isRefusal(problem)) tickets.discard(ticket);
      throw problem;
    });
  }

  async function openedWith(ticket: Ticket): Promise<ActivityStream> {
    const socketsMayPass = blocked < BLOCKED_IS_ENOUGH;
    const opened = socketsMayPass
      ? await socketStream(ticket, { watermark, locale: listener.locale() }, receive)
      : await pollingStream(tickets.valid, () => watermark, receive);
    blocked = 0;
    return opened;
  }

  async function keepOpen(): Promise<never> {
    for (let failures = 0; ; failures += 1) {
      try {
        stream = await connect();
        failures = 0;
        listener.onState('online');
        await stream.ended;
      } catch {
        // Whatever it was, the answer is the same: say so, wait, try again.
      }
      stream = undefined;
      listener.onState('lost');
      waiting = pause(retryPause(failures));
      await waiting.over;
      waiting = undefined;
    }
  }

  void keepOpen();
  return {
    check() {
      waiting?.cutShort();
    },
    reconnect() {
      stream?.end();
      waiting?.cutShort();
    },
  };
}
