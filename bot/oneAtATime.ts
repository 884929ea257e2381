import { digestOf } from './identity/secret.ts';
import type { OneTimeStore } from './identity/stores.ts';

/** Does a piece of work if nobody else is at it, here or at another instance; null when somebody is. */
export type OneAtATime = <Result>(job: string, work: () => Promise<Result>) => Promise<Result | null>;

const PURPOSE = 'job';
/** Jobs are of the installation, not of an organisation. */
const NO_TENANT = '';

/** @param longestMs after this the work of an instance that fell silent is anybody's again, in milliseconds */
export function oneAtATime(
  oneTimes: Pick<OneTimeStore, 'claim' | 'use'>,
  longestMs: number,
  now: () => Date = () => new Date(),
): OneAtATime {
  return async (job, work) => {
    const claimed = { tenant: NO_TENANT, purpose: PURPOSE, digest: digestOf(job) };
    const at = now().toISOString();
    const expiresAt = new Date(now().getTime() + longestMs).toISOString();
    if (!(await oneTimes.claim({ ...claimed, at, expiresAt }))) return null;
    try {
      return await work();
    } finally {
      await oneTimes.use(claimed.tenant, claimed.purpose, claimed.digest, now().toISOString()).catch(() => null);
    }
  };
}
