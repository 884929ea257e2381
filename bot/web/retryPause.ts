const FIRST = 500;
const LONGEST = 15_000;

/**
 * How long to wait before the next try, in milliseconds: twice as long every time, up to 15 seconds, and never
 * the same for everybody, so that a server that comes back is not met by all browsers at once.
 */
export function retryPause(failures: number, chance: () => number = Math.random): number {
  const longest = Math.min(LONGEST, FIRST * 2 ** failures);
  return longest / 2 + (longest / 2) * chance();
}

/** A pause that can be cut short. */
export interface Pause {
  readonly over: Promise<void>;
  cutShort(): void;
}

export function pause(milliseconds: number): Pause {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  return {
    over: promise,
    cutShort() {
      clearTimeout(timer);
      resolve();
    },
  };
}
