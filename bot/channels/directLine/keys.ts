import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { derivedRing, type KeyRing } from '../../keys/keyRing.ts';

/** One key for each purpose, so that nothing signed for one is good for another. */
export interface DirectLineKeys {
  readonly token: KeyRing;
  readonly cookie: KeyRing;
  readonly conversationId: KeyRing;
}

/** @param ring of at least 32 random bytes each, the same for every instance */
export function directLineKeys(ring: KeyRing): DirectLineKeys {
  const derive = (purpose: string) => derivedRing(ring, (key) => derivedKey(key, purpose));

  return { token: derive('token'), cookie: derive('cookie'), conversationId: derive('conversation id') };
}

function derivedKey(key: KeyObject, purpose: string): KeyObject {
  if ((key.symmetricKeySize ?? 0) < 32) throw new RangeError('The Direct Line key needs at least 32 bytes.');
  return createSecretKey(Buffer.from(hkdfSync('sha256', key, '', `direct line ${purpose}`, 32)));
}
