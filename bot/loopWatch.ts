import type { Logger } from 'pino';

const BEAT_MS = 250;
/** Shorter than what a teacher notices; longer than what collecting garbage takes. */
const STALL_MS = 1000;

/**
 * Notices that the process did nothing for a second or more: something kept its thread, or the machine had no time for it. Says
 * so once it is over, in the log and to `observe`. Sockets survive it: what came in meanwhile waits in the kernel.
 */
export function watchLoop({
  log,
  observe,
  now = () => performance.now(),
}: {
  readonly log: Pick<Logger, 'warn'>;
  /** Told for how many seconds it stood still. */
  readonly observe: (seconds: number) => void;
  /** Milliseconds on a clock that only goes on. */
  readonly now?: () => number;
}): { stop(): void } {
  let last = now();
  const timer = setInterval(() => {
    const late = now() - last - BEAT_MS;
    last = now();
    if (late < STALL_MS) return;
    log.warn({ milliseconds: Math.round(late) }, 'the process stood still');
    observe(late / 1000);
  }, BEAT_MS).unref();
  return { stop: () => clearInterval(timer) };
}
