import { digestOf } from '../secret.ts';
import type { OneTimeStore } from '../stores.ts';

const PURPOSE = 'try';
const NO_TENANT = '';

/**
 * Counts tries of what could be guessed, over all instances together: at most so many of one key, each for so many seconds.
 * Tells whether this was not one too many.
 */
export function sharedTries(options: {
  readonly oneTimes: Pick<OneTimeStore, 'claim'>;
  readonly tries: number;
  readonly seconds: number;
  readonly now: () => Date;
}): (key: string) => Promise<boolean> {
  const { oneTimes, tries, seconds, now } = options;
  return async (key) => {
    const at = now();
    const expiresAt = new Date(at.getTime() + seconds * 1000).toISOString();
    for (let place = 1; place <= tries; place += 1) {
      const digest = digestOf(JSON.stringify([key, place]));
      const claimed = { tenant: NO_TENANT, purpose: PURPOSE, digest, at: at.toISOString(), expiresAt };
      if (await oneTimes.claim(claimed)) return true;
    }
    return false;
  };
}
