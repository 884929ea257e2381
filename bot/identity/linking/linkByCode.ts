import type { Logger } from 'pino';
import type { Person } from '../principal.ts';
import type { LinkStore, OneTimeStore } from '../stores.ts';
import { createLinkCodes } from './linkCodes.ts';
import { sharedTries } from './sharedTries.ts';

/** What became of a code that was typed: it was right, or not, or there were too many of them. */
export type LinkOutcome = 'done' | 'wrong' | 'slow';

/** Makes somebody in Teams the same person as whoever made this code in a browser. */
export type LinkByCode = (person: Person, typed: string) => Promise<LinkOutcome>;

/** A code has 100 million neighbours; nobody tries more than this. */
const TRIES = 5;
const TRIES_SECONDS = 600;

export function createLinkByCode(options: {
  readonly links: LinkStore;
  readonly oneTimes: OneTimeStore;
  readonly log: Logger;
  readonly now?: () => Date;
}): LinkByCode {
  const { links, oneTimes, log, now = () => new Date() } = options;
  const codes = createLinkCodes(oneTimes, now);
  const mayTry = sharedTries({ oneTimes, tries: TRIES, seconds: TRIES_SECONDS, now });

  return async ({ tenant, userId }, typed) => {
    if (!(await mayTry(JSON.stringify([tenant, userId])))) return 'slow';
    const other = await codes.use(typed);
    if (!other) return 'wrong';

    await links.join(other, { tenant, userId }, now().toISOString());
    log.info({ audit: 'linked', tenant, user: userId, otherTenant: other.tenant, otherUser: other.userId }, 'linked');
    return 'done';
  };
}
