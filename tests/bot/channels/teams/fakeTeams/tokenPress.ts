import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { type JWTHeaderParameters, SignJWT } from 'jose';
import type { FakeClock } from './fakeClock.ts';

/** Claims and header that differ from those of a good token; null leaves a claim out. */
export interface TokenChanges {
  readonly issuer?: string;
  readonly audience?: string;
  readonly serviceUrl?: string | null;
  /** Seconds from now. */
  readonly expiresIn?: number;
  readonly notBeforeIn?: number;
  readonly header?: Partial<JWTHeaderParameters>;
  /** Signs with this instead of the key that is published. */
  readonly key?: KeyObject | Uint8Array;
}

/** One pair for the whole run: making one takes a while. */
const published = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Makes the tokens with which the connector comes to the bot, and publishes the keys to check them. */
export class TokenPress {
  readonly kid: string = randomUUID();
  /** A key that nobody published. */
  readonly strangersKey: KeyObject = stranger.privateKey;
  /** The published half as text: the secret of who mixes up RS256 and HS256. */
  readonly publicPem: string = String(published.publicKey.export({ type: 'spki', format: 'pem' }));
  /** Channels that the published key may speak for. */
  endorsements: readonly string[] = ['msteams', 'webchat'];

  readonly #appId: string;
  readonly #clock: FakeClock;

  constructor(appId: string, clock: FakeClock) {
    this.#appId = appId;
    this.#clock = clock;
  }

  /** The key set, as the connector publishes it. */
  keySet(): object {
    const jwk = published.publicKey.export({ format: 'jwk' });
    return { keys: [{ ...jwk, use: 'sig', kid: this.kid, x5t: this.kid, endorsements: this.endorsements }] };
  }

  /** A token for deliveries from this service; good unless something is changed. */
  token(serviceUrl: string, changes: TokenChanges = {}): Promise<string> {
    const now = Math.floor(this.#clock.now().getTime() / 1000);
    const service = changes.serviceUrl === undefined ? serviceUrl : changes.serviceUrl;
    return new SignJWT(service === null ? {} : { serviceurl: service })
      .setProtectedHeader({ alg: 'RS256', kid: this.kid, typ: 'JWT', ...changes.header })
      .setIssuer(changes.issuer ?? 'https://api.botframework.com')
      .setAudience(changes.audience ?? this.#appId)
      .setNotBefore(now + (changes.notBeforeIn ?? 0))
      .setExpirationTime(now + (changes.expiresIn ?? 3600))
      .sign(changes.key ?? published.privateKey);
  }

  /** A token with `alg: none` and no signature. */
  async unsigned(serviceUrl: string): Promise<string> {
    const [, payload] = (await this.token(serviceUrl)).split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'none', kid: this.kid, typ: 'JWT' })).toString('base64url');
    return `${header}.${payload}.`;
  }
}
