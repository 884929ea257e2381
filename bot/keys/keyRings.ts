import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import type { KeyGeneration, KeyStore } from '../ports.ts';
import type { KeyRing } from './keyRing.ts';

/** What the bot's own keys are for; each has its own. */
export const KEY_NAMES = ['direct-line', 'forms', 'grants', 'teams-address', 'pseudonym'] as const;

/** The purpose of a key. */
export type KeyName = (typeof KEY_NAMES)[number];

/** How often new generations are looked for. */
const LOOK_MS = 60_000;
/** A new generation makes nothing before every instance has had the time to look, also one that was slow. */
export const COUNTS_AFTER_MS = 5 * LOOK_MS;

/** The bot's own keys, kept up to date while it runs. */
export interface KeyRings {
  /** The key of this name, made at its first use. */
  of(name: KeyName): Promise<KeyRing>;
  close(): void;
}

/**
 * Looks into the store every minute, so that a key can be renewed while every instance runs on.
 *
 * @param options.secrets what is mixed into every key, so that the database alone gives none: the first makes, all of them
 *   read; null mixes nothing
 */
export function openKeyRings(options: {
  readonly store: Pick<KeyStore, 'obtain'>;
  readonly secrets?: readonly (string | null)[];
  readonly log: Pick<Logger, 'error'>;
  readonly now?: () => Date;
  readonly lookMilliseconds?: number;
}): KeyRings {
  const { store, secrets = [null], log, now = () => new Date(), lookMilliseconds = LOOK_MS } = options;
  const rings = new Map<KeyName, LiveRing>();

  const look = async () => {
    for (const [name, ring] of rings) ring.show(await store.obtain(name));
  };
  const looking = setInterval(
    () => void look().catch(() => log.error({}, 'keys: the database could not be asked for new ones')),
    lookMilliseconds,
  ).unref();

  return {
    async of(name) {
      const generations = await store.obtain(name);
      const ring = rings.get(name) ?? new LiveRing(secrets, now);
      ring.show(generations);
      rings.set(name, ring);
      return ring;
    },
    close: () => clearInterval(looking),
  };
}

interface Generation {
  readonly since: string;
  /** One for each secret, in their order. */
  readonly keys: readonly KeyObject[];
}

class LiveRing implements KeyRing {
  readonly #secrets: readonly (string | null)[];
  readonly #now: () => Date;
  /** The newest first. */
  #generations: readonly Generation[] = [];

  constructor(secrets: readonly (string | null)[], now: () => Date) {
    this.#secrets = secrets;
    this.#now = now;
  }

  /** From now on the generations are these; keys that were there stay the same objects. */
  show(found: readonly KeyGeneration[]): void {
    const known = new Map(this.#generations.map((generation) => [generation.since, generation]));
    this.#generations = found.map(
      ({ since, secret }) => known.get(since) ?? { since, keys: this.#secrets.map((mixed) => keyOf(secret, mixed)) },
    );
  }

  current(): KeyObject {
    const now = this.#now().toISOString();
    const current = this.#generations.find(({ since }) => since <= now) ?? this.#generations.at(-1);
    const [key] = current?.keys ?? [];
    if (!key) throw new Error('A key without a generation.');
    return key;
  }

  all(): readonly KeyObject[] {
    return this.#generations.flatMap(({ keys }) => keys);
  }
}

function keyOf(kept: Uint8Array, mixed: string | null): KeyObject {
  return createSecretKey(mixed === null ? Buffer.from(kept) : createHmac('sha256', mixed).update(kept).digest());
}
