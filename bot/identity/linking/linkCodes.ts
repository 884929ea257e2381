import { randomInt } from 'node:crypto';
import type { Person } from '../principal.ts';
import { digestOf } from '../secret.ts';
import type { OneTimeStore } from '../stores.ts';

const PURPOSE = 'link-history';
/** A code crosses from one organisation's pages to another's. */
const NO_TENANT = '';
const GOOD_MS = 10 * 60 * 1000;
const DIGITS = 8;

/** Codes with which somebody shows in one place who they are in another. */
export interface LinkCodes {
  /** Eight digits, good once, for ten minutes. */
  make(person: Person): Promise<string>;
  /** Whose code this is, this one time; spaces and dashes in it do not matter. Null for no code of ours. */
  use(typed: string): Promise<Person | null>;
}

export function createLinkCodes(oneTimes: OneTimeStore, now: () => Date): LinkCodes {
  return {
    async make({ tenant, userId }) {
      const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
      const expiresAt = new Date(now().getTime() + GOOD_MS).toISOString();
      const kept = { tenant: NO_TENANT, purpose: PURPOSE, digest: digestOf(code), expiresAt };
      await oneTimes.keep({ ...kept, value: { tenant, userId } });
      return code;
    },
    async use(typed) {
      const code = typed.replaceAll(/[\s-]/gu, '');
      if (!/^\d{8}$/u.test(code)) return null;
      const value = await oneTimes.use(NO_TENANT, PURPOSE, digestOf(code), now().toISOString());
      // The value is what `make` kept.
      return value as Person | null;
    },
  };
}
