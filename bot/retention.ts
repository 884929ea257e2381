import type { Logger } from 'pino';
import type { Storage } from './ports.ts';

const DAY_MS = 86_400_000;

/** Erases what is older than the retention: soon after the start, and every day after that. */
export function keepRetention({
  storage,
  retentionDays,
  log,
}: {
  readonly storage: Pick<Storage, 'personalData' | 'sessions'>;
  readonly retentionDays: number;
  readonly log: Logger;
}): { stop(): void } {
  const expire = () => {
    const now = Date.now();
    const before = new Date(now - retentionDays * DAY_MS).toISOString();
    const at = new Date(now).toISOString();
    Promise.all([storage.personalData.expire(before, at), storage.sessions.expire(at)]).then(
      ([conversations]) => log.info({ conversations, before }, 'retention: conversations past their time are erased'),
      (error: unknown) => log.error({ name: error instanceof Error ? error.name : 'unknown' }, 'retention failed'),
    );
  };
  const soon = setTimeout(expire, 5_000).unref();
  const daily = setInterval(expire, DAY_MS).unref();
  return {
    stop: () => {
      clearTimeout(soon);
      clearInterval(daily);
    },
  };
}
