import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Fixture } from '../testDatabase.ts';
import { aTurn, message, openConversation, textsOf } from '../turns.ts';

const METACHARACTERS = [
  `'; drop table activities; --`,
  '" or ""="',
  "Robert\\'); delete from conversations; --",
  '100% of 3_4 [a-z] ^$ * ?',
  '$1 :name @name ?1 {} %s $x',
  '/* comment */ -- comment',
  'line\nbreak\ttab\r\nand \\n as typed',
];

/** What is written is read back to the letter. */
export function textContract(fixture: () => Fixture): void {
  describe('text', () => {
    it.each([
      ...METACHARACTERS.map((text) => ['M28 with metacharacters of SQL', text]),
      ['with U+0000', 'before\u0000after'],
      ['with half a surrogate pair', 'lone \ud83d and \ude00'],
      ['with emoji, accents and other scripts', '👩‍🏫 één lijn, ça va, הורה, 親, e\u0301'],
      ['of 100,000 characters', 'a'.repeat(100_000)],
      ['that is empty', ''],
    ])('%s is kept to the letter', async (_kind, text) => {
      const { storage } = fixture();
      const opened = await openConversation(storage);

      await storage.conversations.commit(aTurn(opened, { activities: [message(text)], state: { text } }));

      expect(await textsOf(storage, opened)).toEqual([text]);
      expect(await storage.conversations.load(opened.tenant, opened.id)).toMatchObject({ state: { text } });
    });

    it.each(METACHARACTERS)('M28 may be any id or key: %s', async (text) => {
      const { storage } = fixture();
      const opened = await openConversation(storage, { id: text, userId: text, channel: text });

      await storage.conversations.commit(aTurn(opened, { dedupeKey: text, activityId: text }));

      expect(await storage.conversations.findDuplicate(opened.tenant, text, text)).toBe(text);
      expect(await storage.conversations.latestOf(opened.tenant, text, text)).toMatchObject({ id: text, lastSeq: 2 });
    });

    it('tells keys apart that differ in half a surrogate pair', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);
      await storage.conversations.commit(aTurn(opened, { dedupeKey: 'key \ud83d' }));

      expect(await storage.conversations.findDuplicate(opened.tenant, opened.id, 'key \ud83e')).toBeNull();
    });

    it('of a key may be longer than a database index takes', async () => {
      const { storage } = fixture();
      const opened = await openConversation(storage);
      const dedupeKey = Array.from({ length: 5000 }, (_, index) => index.toString(36)).join('');

      const result = await storage.conversations.commit(aTurn(opened, { dedupeKey }));

      expect(result.status).toBe('committed');
    });
  });

  describe('state', () => {
    it('may be any JSON object', async () => {
      const { storage } = fixture();
      const json = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' }));

      await fc.assert(
        fc.asyncProperty(json, async (generated) => {
          const state = JSON.parse(JSON.stringify(generated));
          const opened = await openConversation(storage);
          await storage.conversations.commit(aTurn(opened, { state }));
          const loaded = await storage.conversations.load(opened.tenant, opened.id);
          expect(JSON.stringify(loaded?.state)).toBe(JSON.stringify(state));
        }),
        { numRuns: 50 },
      );
    });
  });
}
