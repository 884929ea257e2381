import { setTimeout as wait } from 'node:timers/promises';
import { percentile, round } from '../figures.ts';

/** One who takes turns, one at a time. */
export interface Speaker {
  /** Whether what is said now is a turn of a talk. */
  readonly isTalking: boolean;
  /** Resolves with the reply once it has arrived; rejects when the turn was not taken. */
  say(text: string): Promise<string>;
}

/** How much is offered, and when to give up. */
export interface Offer {
  readonly turnsPerSecond: number;
  readonly seconds: number;
  /** What is said, one after another; `begin` first, and again when a talk has ended. */
  readonly begin: string;
  readonly sentences: readonly string[];
  /** How long the last replies are waited for, in milliseconds. */
  readonly patienceMs?: number;
  /** Called once per window of `WINDOW_SECONDS`; a figure to keep beside its times, such as memory in MB. */
  readonly watch?: () => Promise<number | null>;
}

/** What happened in one stretch of time. */
export interface Stretch {
  /** Seconds since the beginning, at its end. */
  readonly second: number;
  readonly turns: number;
  /** From the moment that a turn was due to its reply, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly watched: number | null;
}

/** What became of an offer. Times in milliseconds, from the moment that a turn was due: waiting for a late generator counts. */
export interface Outcome {
  readonly offered: number;
  readonly offeredPerSecond: number;
  readonly answered: number;
  /** Turns that were not taken. */
  readonly refused: number;
  /** Turns that were taken and whose reply never came. */
  readonly lost: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
  readonly stretches: readonly Stretch[];
  /** Why it was ended early; null when it was not. */
  readonly stopped: string | null;
}

const WINDOW_SECONDS = 5;
const PATIENCE_MS = 30_000;
/** It is over when this share of a window is refused, or half of a window takes longer than this. */
const MOST_REFUSED = 0.05;
const SLOWEST_MEDIAN_MS = 5_000;

/** Offers turns at an even pace, each to the speaker who has been silent longest, whether or not replies keep up. */
export async function offerLoad(speakers: readonly Speaker[], offer: Offer): Promise<Outcome> {
  const { turnsPerSecond, seconds, begin, sentences, watch, patienceMs = PATIENCE_MS } = offer;
  const free = [...speakers];
  const times: number[] = [];
  const stretches: Stretch[] = [];
  const open = new Set<Promise<void>>();
  let window: number[] = [];
  let [offered, refused, refusedBefore, unfinished] = [0, 0, 0, 0];
  let stopped: string | null = null;

  const turn = async (speaker: Speaker, number: number, due: number): Promise<void> => {
    unfinished += 1;
    const words = speaker.isTalking ? (sentences[number % sentences.length] ?? begin) : begin;
    try {
      await speaker.say(words);
      const took = performance.now() - due;
      times.push(took);
      window.push(took);
    } catch {
      refused += 1;
    }
    unfinished -= 1;
    free.push(speaker);
  };

  const began = performance.now();
  let nextWindow = began + WINDOW_SECONDS * 1000;
  for (let number = 0; number < turnsPerSecond * seconds && stopped === null; number++) {
    const due = began + (number * 1000) / turnsPerSecond;
    if (due > performance.now()) await wait(due - performance.now());
    if (performance.now() >= nextWindow) {
      const second = Math.round((nextWindow - began) / 1000);
      const stretch = { second, ...inShort(window), watched: (await watch?.()) ?? null };
      stretches.push(stretch);
      stopped = reasonToStop(stretch, refused - refusedBefore, turnsPerSecond * WINDOW_SECONDS);
      [window, refusedBefore] = [[], refused];
      nextWindow += WINDOW_SECONDS * 1000;
    }
    const speaker = free.shift();
    offered += 1;
    if (!speaker) {
      refused += 1;
      continue;
    }
    const one = turn(speaker, number, due).finally(() => open.delete(one));
    open.add(one);
  }
  const ended = performance.now();
  await Promise.race([Promise.all(open), wait(patienceMs, undefined, { ref: false })]);

  return {
    offered,
    offeredPerSecond: round(offered / ((ended - began) / 1000)),
    answered: times.length,
    refused,
    lost: unfinished,
    p50: round(percentile(times, 0.5)),
    p99: round(percentile(times, 0.99)),
    most: round(times.reduce((most, time) => Math.max(most, time), 0)),
    stretches,
    stopped,
  };
}

function inShort(times: readonly number[]): Pick<Stretch, 'turns' | 'p50' | 'p99'> {
  return { turns: times.length, p50: round(percentile(times, 0.5)), p99: round(percentile(times, 0.99)) };
}

function reasonToStop({ second, p50, turns }: Stretch, refused: number, due: number): string | null {
  if (refused > due * MOST_REFUSED)
    return `at ${second} s, ${refused} of ${due} turns were refused in ${WINDOW_SECONDS} s`;
  if (turns === 0) return `at ${second} s, nothing was answered for ${WINDOW_SECONDS} s`;
  if (p50 > SLOWEST_MEDIAN_MS) return `at ${second} s, half of the turns took over ${SLOWEST_MEDIAN_MS} ms`;
  return null;
}
