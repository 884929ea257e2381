import type { Logger } from 'pino';
import type { OneAtATime } from './oneAtATime.ts';
import type { Storage } from './ports.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const SOON_MS = 5_000;
/** Who did what, without a word of it, is kept this long. */
const AUDIT_DAYS = 730;

/** What tells the time: the wall clock, which somebody may set, and one that only goes on. Both in milliseconds. */
export interface Clocks {
  readonly wall: () => number;
  readonly steady: () => number;
}

const OF_THIS_MACHINE: Clocks = { wall: () => Date.now(), steady: () => performance.now() };

/**
 * Erases what is older than the retention: soon after the start, and every day after that; sign-ins and things that were
 * good once go when they are over, every hour. A key in whose place another came goes a day after all that it made. The wall clock is read once: one that jumps ahead later erases nothing early.
 */
export function keepRetention({
  storage,
  retentionDays,
  log,
  alone = (_job, work) => work(),
  clocks = OF_THIS_MACHINE,
}: {
  readonly storage: {
    readonly personalData: Pick<Storage['personalData'], 'expire'>;
    readonly sessions: Pick<Storage['sessions'], 'expire'>;
    readonly audit: Pick<Storage['audit'], 'expire'>;
    readonly keys: Pick<Storage['keys'], 'expire'>;
  };
  readonly retentionDays: number;
  readonly log: Pick<Logger, 'info' | 'error'>;
  /** Of several instances one erases; left out: there is one. */
  readonly alone?: OneAtATime;
  readonly clocks?: Clocks;
}): { stop(): void } {
  const offset = clocks.wall() - clocks.steady();
  const failed = (error: unknown) =>
    log.error({ name: error instanceof Error ? error.name : 'unknown' }, 'retention failed');
  const expire = () => {
    const now = offset + clocks.steady();
    const before = new Date(now - retentionDays * DAY_MS).toISOString();
    const at = new Date(now).toISOString();
    const work = () =>
      Promise.all([
        storage.personalData.expire(before, at),
        storage.audit.expire(new Date(now - AUDIT_DAYS * DAY_MS).toISOString()),
        storage.keys.expire(new Date(now - (retentionDays + 1) * DAY_MS).toISOString()),
      ]);
    alone('retention', work).then((done) => {
      if (!done) return;
      log.info({ conversations: done[0], before }, 'retention: conversations past their time are erased');
    }, failed);
  };
  const sweep = () => void storage.sessions.expire(new Date(offset + clocks.steady()).toISOString()).catch(failed);
  const both = () => {
    expire();
    sweep();
  };
  const soon = setTimeout(both, SOON_MS).unref();
  const daily = setInterval(expire, DAY_MS).unref();
  const hourly = setInterval(sweep, HOUR_MS).unref();
  return {
    stop: () => {
      clearTimeout(soon);
      clearInterval(daily);
      clearInterval(hourly);
    },
  };
}
