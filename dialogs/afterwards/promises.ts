import { createHash } from 'node:crypto';

/** Something the teacher promised in a real talk. Plain JSON. */
export interface KeptPromise {
  readonly id: string;
  /** In the teacher's own words. */
  readonly what: string;
  /** The day it is for, on the calendar of the Netherlands: `2026-11-27`; null without one. */
  readonly due: string | null;
  /** What the teacher called the talk; null when it was given no name. */
  readonly talk: string | null;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly status: 'open' | 'done' | 'dropped';
}

/** How the teacher wants to be reminded. Plain JSON. */
export interface Reminders {
  /** The teacher asked to be left in peace. */
  readonly off?: boolean;
  /** The day of the last reminder, on the calendar of the Netherlands. */
  readonly lastDay?: string;
  /** Id of the plan whose talk was asked after; that is done once. */
  readonly askedAfter?: string;
}

/** As many as are kept; the oldest that are settled go first. */
const MOST_KEPT = 60;

/** Those still to be kept: by day, those without a day last. */
export function openPromises(promises: readonly KeptPromise[] = []): readonly KeptPromise[] {
  const day = ({ due }: KeptPromise) => due ?? '9999-12-31';
  return promises
    .filter(({ status }) => status === 'open')
    .toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}

/** Where the promises stand, as a word that is another one as soon as one was made, moved or settled. */
export function standingOfPromises(promises: readonly KeptPromise[] = []): string {
  const open = openPromises(promises).map(({ id, due }) => [id, due]);
  return `promises:${createHash('sha256').update(JSON.stringify(open)).digest('hex').slice(0, 16)}`;
}

/** With these added. */
export function withPromises(
  promises: readonly KeptPromise[] = [],
  added: readonly KeptPromise[],
): readonly KeptPromise[] {
  const all = [...promises, ...added];
  const settled = all.filter(({ status }) => status !== 'open');
  const tooMany = new Set(settled.slice(0, Math.max(0, all.length - MOST_KEPT)));
  return all.filter((promise) => !tooMany.has(promise)).slice(-MOST_KEPT);
}

/** With one of them changed; the same when there is none of this id. */
export function withPromise(
  promises: readonly KeptPromise[] = [],
  id: string,
  change: Partial<Pick<KeptPromise, 'status' | 'due'>>,
): readonly KeptPromise[] {
  return promises.map((promise) => (promise.id === id ? { ...promise, ...change } : promise));
}
