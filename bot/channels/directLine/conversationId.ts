import { createHmac, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';
import type { KeyRing } from '../../keys/keyRing.ts';

const RANDOM_BYTES = 16;
const RANDOM_LENGTH = 22;
const TAG_BYTES = 16;

/** Mints conversation ids and knows its own again, without a look in the database. Knowing one opens nothing. */
export interface ConversationIds {
  /** 44 characters: 16 random bytes and a tag of 16, base64url. */
  mint(): string;
  /** Whether we made this id. Takes the same time for every answer. */
  isGenuine(id: string): boolean;
}

export function conversationIds(ring: KeyRing): ConversationIds {
  return {
    mint() {
      const random = randomBytes(RANDOM_BYTES).toString('base64url');
      return random + tagOf(ring.current(), random);
    },
    isGenuine(id) {
      const matches = ring.all().map((key) => isTaggedBy(key, id));
      return matches.includes(true);
    },
  };
}

function isTaggedBy(key: KeyObject, id: string): boolean {
  const expected = Buffer.from(tagOf(key, id.slice(0, RANDOM_LENGTH)));
  const given = Buffer.alloc(expected.length);
  given.write(id.slice(RANDOM_LENGTH));
  return timingSafeEqual(expected, given) && id.length === RANDOM_LENGTH + expected.length;
}

function tagOf(key: KeyObject, random: string): string {
  return createHmac('sha256', key).update(random).digest().subarray(0, TAG_BYTES).toString('base64url');
}
