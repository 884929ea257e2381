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
  /** To be called with everything that comes back; returns it as Web Chat knows it. */
  recognise(activity: Activity): Activity;
}

/** What a sender tells beside the results. */
export interface SenderListener {
  /** A sentence that was given up has been kept after all; it is in the history now. */
  onLateArrival(words: string): void;
  /** The server took a sentence, and it does not come back over the line: something is wrong with the line. */
  onSilence(): void;
}

/** Web Chat gives up after 30 seconds; we do so earlier. */
const KEEP_TRYING = 8_000;
const SILENCE = 6_000;

/** A sentence under way. */
interface Sending {
  /** What Web Chat knows it by. */
  readonly shownAs: string;
  readonly arrived: PromiseWithResolvers<string>;
}

/**
 * The server has an effect once per `clientActivityID`. So every try for the same words carries the key of the first,
 * also when the teacher sends them again after we gave up; Web Chat, which makes a new key each time, never notices.
 */
export function createSender(tickets: TicketKeeper, listener: SenderListener): Sender {
  const underWay = new Map<string, Sending>();
  const keyOfGivenUp = new Map<string, string>();

  async function send(activity: Activity): Promise<string> {
    const words = activity.text ?? '';
    const shownAs = activity.channelData?.clientActivityID ?? crypto.randomUUID();
    const key = keyOfGivenUp.get(words) ?? shownAs;
    const sending = { shownAs, arrived: Promise.withResolvers<string>() };

    underWay.set(key, sending);
    keyOfGivenUp.delete(words);
    try {
      const taken = persistently(tickets, withKey(activity, key), () => underWay.has(key));
      return await Promise.race([taken, sending.arrived.promise]);
    } catch (problem) {
      underWay.delete(key);
      keyOfGivenUp.set(words, key);
      throw problem;
    } finally {
      setTimeout(() => underWay.has(key) && listener.onSilence(), SILENCE);
    }
  }

  function recognise(activity: Activity): Activity {
    const words = activity.text ?? '';
    const key = activity.channelData?.clientActivityID;
    if (key === undefined) return activity;

    const sending = underWay.get(key);
    if (sending) {
      underWay.delete(key);
      sending.arrived.resolve(activity.id ?? '');
      return withKey(activity, sending.shownAs);
    }
    if (keyOfGivenUp.get(words) !== key) return activity;
    keyOfGivenUp.delete(words);
    listener.onLateArrival(words);
    return withKey(activity, undefined);
  }

  return { send, recognise };
}

function withKey(activity: Activity, clientActivityID: string | undefined): Activity {
  return { ...activity, channelData: { ...activity.channelData, clientActivityID } };
}

async function persistently(tickets: TicketKeeper, activity: Activity, isWanted: () => boolean): Promise<string> {
  const until = Date.now() + KEEP_TRYING;
  for (let failures = 0; ; failures += 1) {
    try {
      return await withTicket(tickets, activity);
    } catch (problem) {
      const reason = failureOf(problem);
      if (reason !== 'unsure' || Date.now() > until || !isWanted()) throw new SendProblem(reason, { cause: problem });
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
