import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { conversationIds } from '../../../../bot/channels/directLine/conversationId.ts';
import { type DirectLineKeys, directLineKeys } from '../../../../bot/channels/directLine/keys.ts';
import { ringOf } from '../../../../bot/keys/keyRing.ts';

describe('a conversation id', () => {
  const ids = conversationIds(ringOf(randomBytes(32)));

  it('is known again by who minted it, and by nobody else', () => {
    const id = ids.mint();

    expect(ids.isGenuine(id)).toBe(true);
    expect(conversationIds(ringOf(randomBytes(32))).isGenuine(id)).toBe(false);
  });

  it('fits an address and never comes twice', () => {
    const minted = Array.from({ length: 1000 }, () => ids.mint());

    expect(new Set(minted).size).toBe(1000);
    expect(minted.filter((id) => !/^[\w-]{44}$/.test(id))).toEqual([]);
  });

  it('D12 cannot be guessed', () => {
    fc.assert(fc.property(fc.string(), (guess) => !ids.isGenuine(guess)));
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_');
    const lookalike = fc.string({ unit: letter, minLength: 44, maxLength: 44 });
    fc.assert(fc.property(lookalike, (guess) => !ids.isGenuine(guess)));
  });

  it('is known by an older key too, and made with the newest', () => {
    const [older, newer] = [randomBytes(32), randomBytes(32)];
    const before = conversationIds(ringOf(older)).mint();

    const renewed = conversationIds(ringOf(newer, older));

    expect(renewed.isGenuine(before)).toBe(true);
    expect(conversationIds(ringOf(newer)).isGenuine(renewed.mint())).toBe(true);
  });

  it('does not survive a changed, longer or shorter copy', () => {
    const id = ids.mint();
    const copies = [`${id}x`, id.slice(0, -1), `x${id}`, `${id}\0`, id.toUpperCase() === id ? '' : id.toUpperCase()];

    expect(copies.filter((copy) => ids.isGenuine(copy))).toEqual([]);
  });
});

describe('the keys', () => {
  it('differ by purpose and stay the same for one secret', () => {
    const secret = randomBytes(32);
    const hexOf = ({ token, cookie, conversationId }: DirectLineKeys) =>
      [token, cookie, conversationId].map((ring) => ring.current().export().toString('hex'));

    const keys = hexOf(directLineKeys(ringOf(secret)));

    expect(new Set(keys).size).toBe(3);
    expect(hexOf(directLineKeys(ringOf(secret)))).toEqual(keys);
  });

  it('are not made of a secret shorter than 32 bytes', () => {
    expect(() => directLineKeys(ringOf(randomBytes(31))).token.current()).toThrow('at least 32 bytes');
  });
});
