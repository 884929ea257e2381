import { type CryptoKey, importJWK } from 'jose';
import { z } from 'zod';

/** A key with which the connector signs, and the channels it may speak for. */
export interface SigningKey {
  readonly key: CryptoKey;
  readonly endorsements: readonly string[];
}

/** Finds keys by their id. */
export interface SigningKeys {
  /** Undefined when the connector has no such key. Rejects with `KeysUnavailable` when that cannot be known. */
  find(kid: string): Promise<SigningKey | undefined>;
}

/** There are no keys, or none that are young enough, and the service that publishes them cannot be reached. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/** From this age on newer keys are looked for; the old ones stay good meanwhile. */
const FRESH_MS = 12 * 60 * 60 * 1000;
/** From this age on a key is not believed any more. */
const GOOD_MS = 24 * 60 * 60 * 1000;
/** Whoever makes up key ids cannot make us fetch more often than this. */
const BETWEEN_FETCHES_MS = 10 * 60 * 1000;
/** Without any key everybody waits, so then we try again sooner. */
const BETWEEN_TRIES_MS = 5 * 1000;
const TIMEOUT_MS = 5_000;

const metadataSchema = z.object({ jwks_uri: z.url() });
const keySetSchema = z.object({
  keys: z.array(z.looseObject({ kid: z.string(), kty: z.string(), endorsements: z.array(z.string()).catch([]) })),
});

/**
 * The keys that the connector publishes, kept for 24 hours.
 * Source: Authentication with the Bot Connector API (Azure AI Bot Service), steps 2 and 3; there keys may be kept longer.
 */
export function createSigningKeys(options: {
  /** Address of the OpenID metadata document; its keys must be on the same origin. */
  readonly metadata: string;
  readonly now: () => Date;
}): SigningKeys {
  const { metadata, now } = options;
  let kept: { readonly at: number; readonly keys: ReadonlyMap<string, SigningKey> } | undefined;
  let triedAt = Number.NEGATIVE_INFINITY;
  let loading: Promise<void> | undefined;

  const age = () => (kept ? now().getTime() - kept.at : Number.POSITIVE_INFINITY);
  const load = async () => {
    triedAt = now().getTime();
    const at = triedAt;
    const keys = await fetchKeys(metadata);
    kept = { at, keys };
  };
  /** One fetch at a time; a failure leaves what there was. */
  const refresh = async () => {
    loading ??= load()
      .catch(() => undefined)
      .finally(() => {
        loading = undefined;
      });
    await loading;
  };

  return {
    async find(kid) {
      const pause = age() > GOOD_MS ? BETWEEN_TRIES_MS : BETWEEN_FETCHES_MS;
      const mayFetch = loading !== undefined || now().getTime() - triedAt >= pause;
      if (mayFetch && (age() > FRESH_MS || !kept?.keys.has(kid))) await refresh();
      if (!kept || age() > GOOD_MS) throw new KeysUnavailable();
      return kept.keys.get(kid);
    },
  };
}

async function fetchKeys(metadata: string): Promise<ReadonlyMap<string, SigningKey>> {
  const { jwks_uri: address } = metadataSchema.parse(await fetchJson(metadata));
  if (new URL(address).origin !== new URL(metadata).origin) throw new KeysUnavailable();
  const { keys } = keySetSchema.parse(await fetchJson(address));

  const found = new Map<string, SigningKey>();
  for (const { endorsements, ...jwk } of keys) {
    if (jwk.kty !== 'RSA') continue;
    const key = await importJWK(jwk, 'RS256');
    if (!(key instanceof Uint8Array)) found.set(jwk.kid, { key, endorsements });
  }
  return found;
}

async function fetchJson(address: string): Promise<unknown> {
  const reply = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!reply.ok) throw new KeysUnavailable();
  return reply.json();
}
