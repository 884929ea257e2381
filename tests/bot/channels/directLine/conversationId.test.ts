import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { conversationIds } from '../../../../bot/channels/directLine/conversationId.ts';
import { directLineKeys } from '../../../../bot/channels/directLine/keys.ts';

describe('a conversation id', () => {
  const ids = conversationIds(createSecretKey(randomBytes(32)));

  it('is known again by who minted it, and by nobody else', () => {
    const id = ids.mint();

    expect(ids.isGenuine(id)).toBe(true);
    expect(conversationIds(createSecretKey(randomBytes(32))).isGenuine(id)).toBe(false);
  });

  it('fits an address and never comes twice', () => {
    const minted = Array.from({ length: 1000 }, () => ids.mint());

    expect(new Set(minted).size).toBe(1000);
    expect(minted.filter((id) => !/^[\w-]{33}$/.test(id))).toEqual([]);
  });

  it('D12 cannot be guessed', () => {
    fc.assert(fc.property(fc.string(), (guess) => !ids.isGenuine(guess)));
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_');
    const lookalike = fc.string({ unit: letter, minLength: 33, maxLength: 33 });
    fc.assert(fc.property(lookalike, (guess) => !ids.isGenuine(guess)));
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
    const { token, cookie, conversationId } = directLineKeys(secret);

    expect(token.equals(cookie) || token.equals(conversationId) || cookie.equals(conversationId)).toBe(false);
    expect(directLineKeys(secret).token.equals(token)).toBe(true);
  });

  it('are not made of a secret shorter than 32 bytes', () => {
    expect(() => directLineKeys(randomBytes(31))).toThrow('at least 32 bytes');
  });
});
