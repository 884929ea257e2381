import { createSecretKey, type KeyObject } from 'node:crypto';

/** The generations of one key, as they are at the moment of asking. */
export interface KeyRing {
  /** With which something is made now. */
  current(): KeyObject;
  /** What was made with one of these is good; the newest first. */
  all(): readonly KeyObject[];
}

/** A ring that stays as it is: the first secret makes, all of them read. Each at least 32 random bytes. */
export function ringOf(newest: Uint8Array, ...older: readonly Uint8Array[]): KeyRing {
  const current = createSecretKey(newest);
  const all = [current, ...older.map((secret) => createSecretKey(secret))];
  return { current: () => current, all: () => all };
}

/** The ring of keys that follow from those of another ring. */
export function derivedRing(ring: KeyRing, derive: (key: KeyObject) => KeyObject): KeyRing {
  const known = new WeakMap<KeyObject, KeyObject>();
  const of = (key: KeyObject): KeyObject => {
    const derived = known.get(key) ?? derive(key);
    known.set(key, derived);
    return derived;
  };
  return { current: () => of(ring.current()), all: () => ring.all().map(of) };
}
