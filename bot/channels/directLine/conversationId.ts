import { createHmac, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';

const RANDOM_BYTES = 16;
const RANDOM_LENGTH = 22;
const TAG_BYTES = 8;

/** Mints conversation ids and knows its own again, without a look in the database. */
export interface ConversationIds {
  /** 33 characters: 16 random bytes and a tag of 8, base64url. */
  mint(): string;
  /** Whether we made this id. Takes the same time for every answer. */
  isGenuine(id: string): boolean;
}

export function conversationIds(key: KeyObject): ConversationIds {
  const tagOf = (random: string) =>
    createHmac('sha256', key).update(random).digest().subarray(0, TAG_BYTES).toString('base64url');

  return {
    mint() {
      const random = randomBytes(RANDOM_BYTES).toString('base64url');
      return random + tagOf(random);
    },
    isGenuine(id) {
      const random = id.slice(0, RANDOM_LENGTH);
      const expected = Buffer.from(tagOf(random));
      const given = Buffer.alloc(expected.length);
      given.write(id.slice(RANDOM_LENGTH));
      return timingSafeEqual(expected, given) && id.length === RANDOM_LENGTH + expected.length;
    },
  };
}
