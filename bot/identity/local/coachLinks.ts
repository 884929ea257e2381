import { digestOf, newSecret } from '../secret.ts';
import type { OneTimeStore } from '../stores.ts';

/** Where a coach's link leads; the secret follows. */
export const COACH_LINK = '/sign-in/coach';

const PURPOSE = 'coach-link';
const GOOD_MS = 24 * 60 * 60 * 1000;

/** One-time links that make somebody a coach of a local installation. Only a digest of each is kept. */
export interface CoachLinks {
  /** A new link under this address of ours, good for 24 hours and one coach. */
  make(url: string): Promise<string>;
  /** Whether this secret is still good; it stays so. */
  isGood(secret: string): Promise<boolean>;
  /** Whether it was good, this one time. */
  use(secret: string): Promise<boolean>;
}

export function createCoachLinks(options: {
  readonly oneTimes: OneTimeStore;
  readonly tenant: string;
  readonly now: () => Date;
}): CoachLinks {
  const { oneTimes, tenant, now } = options;
  return {
    async make(url) {
      const secret = newSecret();
      const expiresAt = new Date(now().getTime() + GOOD_MS).toISOString();
      await oneTimes.keep({ tenant, purpose: PURPOSE, digest: digestOf(secret), value: {}, expiresAt });
      return `${url}${COACH_LINK}/${secret}`;
    },
    isGood: (secret) => oneTimes.isGood(tenant, PURPOSE, digestOf(secret), now().toISOString()),
    use: async (secret) => (await oneTimes.use(tenant, PURPOSE, digestOf(secret), now().toISOString())) !== null,
  };
}
