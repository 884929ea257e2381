import type { Activity } from './activity.ts';
import { DirectLineProblem, isRefusal, postActivity } from './directLineApi.ts';
import { pause, retryPause } from './retryPause.ts';
import type { TicketKeeper } from './ticketKeeper.ts';

/**
 * Why a sentence did not arrive.
 *
 * | reason     | what the server did                                                  |
 * | ---------- | -------------------------------------------------------------------- |
 * | `unkept`   | said that it could not keep it                                       |
 * | `unsure`   | did not answer; it may have kept it, or not                          |
 * | `too-fast` | asks for a little patience                                           |
 * | `refused`  | will never take it as it is: too long, most likely                   |
 */
export type SendFailure = 'unkept' | 'unsure' | 'too-fast' | 'refused';

/** A sentence that did not arrive. */
export class SendProblem extends Error {
  override readonly name = 'SendProblem';
  readonly reason: SendFailure;

  constructor(reason: SendFailure, options?: ErrorOptions) {
    super(`Not sent: ${reason}`, options);
    this.reason = reason;
  }
}

/** Hands what the teacher says to the server. */
export interface Sender {
  /** Resolves with the id that the server gave; rejects with `SendProblem`. */
  send(activity: Activity): Promise<string>;
  /**
   * To be called with everything that comes back. A sentence that was sent twice under one key gets the key back
   * that Web Chat knows it by; one that arrived although we gave it up is an ordinary part of the history.
   */
  recognise(activity: Activity): Activity;
}

/** Web Chat gives up after 20 seconds; we do so earlier. */
const KEEP_TRYING = 12_000;

/** The server has an effect once per `clientActivityID`: every try for the same words carries the same one. */
export function createSender(tickets: TicketKeeper): Sender {
  const keyOfUnsent = new Map<string, string>();
  const webChatsKey = new Map<string, string | undefined>();

  async function send(activity: Activity): Promise<string> {
    const words = activity.text ?? '';
    const own = activity.channelData?.clientActivityID;
    const key = keyOfUnsent.get(words) ?? own;
    if (!key) throw new SendProblem('refused');

    webChatsKey.set(key, own);
    try {
      const id = await persistently(tickets, withKey(activity, key));
      keyOfUnsent.delete(words);
      return id;
    } catch (problem) {
      keyOfUnsent.set(words, key);
      webChatsKey.set(key, undefined);
      throw problem;
    }
  }

  return {
    send,
    recognise(activity) {
      const key = activity.channelData?.clientActivityID;
      if (!key || !webChatsKey.has(key)) return activity;
      if (keyOfUnsent.get(activity.text ?? '') === key) keyOfUnsent.delete(activity.text ?? '');
      return withKey(activity, webChatsKey.get(key));
    },
  };
}

function withKey(activity: Activity, clientActivityID: string | undefined): Activity {
  return { ...activity, channelData: { ...activity.channelData, clientActivityID } };
}

async function persistently(tickets: TicketKeeper, activity: Activity): Promise<string> {
  const until = Date.now() + KEEP_TRYING;
  for (let failures = 0; ; failures += 1) {
    try {
      return await withTicket(tickets, activity);
    } catch (problem) {
      const reason = failureOf(problem);
      if (reason !== 'unsure' || Date.now() > until) throw new SendProblem(reason, { cause: problem });
    }
    await pause(retryPause(failures)).over;
  }
}

/** A ticket that ran out while the laptop slept is replaced once, without a word. */
async function withTicket(tickets: TicketKeeper, activity: Activity): Promise<string> {
  const ticket = await tickets.valid();
  try {
    return await postActivity(ticket, activity);
  } catch (problem) {
    if (!(problem instanceof DirectLineProblem) || !isRefusal(problem)) throw problem;
    tickets.discard(ticket);
    return postActivity(await tickets.valid(), activity);
  }
}

function failureOf(problem: unknown): SendFailure {
  const status = problem instanceof DirectLineProblem ? problem.status : 0;
  if (status === 429) return 'too-fast';
  if ([0, 408, 502, 504].includes(status)) return 'unsure';
  return status < 500 ? 'refused' : 'unkept';
}
