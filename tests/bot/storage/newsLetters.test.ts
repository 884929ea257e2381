import { describe, expect, it } from '@jest/globals';
import type { News } from '../../../bot/neighbours.ts';
import { lettersOf, newsIn } from '../../../bot/storage/postgres/newsLetters.ts';

const grown = (conversationId: string): News => ({ kind: 'grown', tenant: 'school', conversationId });

describe('what instances write to each other', () => {
  it('is read as it was written, by the others and not by who wrote it', () => {
    const news: readonly News[] = [grown('a'), { kind: 'signed-out', session: 'digest' }];

    const [letter] = lettersOf('one', news);

    expect(newsIn(letter, 'other')).toEqual(news);
    expect(newsIn(letter, 'one')).toEqual([]);
  });

  it('fits into what PostgreSQL carries, however much there is', () => {
    const news = Array.from({ length: 500 }, (_, index) => grown(`conversation-${'é'.repeat(20)}-${index}`));

    const letters = lettersOf('one', news);

    expect(letters.length).toBeGreaterThan(1);
    expect(Math.max(...letters.map((letter) => Buffer.byteLength(letter)))).toBeLessThan(8_000);
    expect(letters.flatMap((letter) => newsIn(letter, 'other'))).toEqual(news);
  });

  it.each([undefined, '', 'no JSON', '{"from":"other","news":[{"kind":"of a later version"}]}'])(
    'makes everybody look where it cannot be read (%p)',
    (letter) => {
      expect(newsIn(letter, 'one')).toEqual([{ kind: 'missed' }]);
    },
  );

  it('makes everybody look where a name is longer than a letter', () => {
    const [letter] = lettersOf('one', [grown('x'.repeat(9_000))]);

    expect(newsIn(letter, 'other')).toEqual([{ kind: 'missed' }]);
  });
});
