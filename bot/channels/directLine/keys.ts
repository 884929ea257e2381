import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** One key for each purpose, so that nothing signed for one is good for another. */
export interface DirectLineKeys {
  readonly token: KeyObject;
  readonly cookie: KeyObject;
  readonly conversationId: KeyObject;
}

/** @param secret at least 32 random bytes, the same for every instance */
export function directLineKeys(secret: Uint8Array): DirectLineKeys {
  if (secret.length < 32) throw new RangeError('The Direct Line key needs at least 32 bytes.');
  const derive = (purpose: string) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `direct line ${purpose}`, 32)));

  return { token: derive('token'), cookie: derive('cookie'), conversationId: derive('conversation id') };
}
