import { describe, expect, it } from '@jest/globals';
import { chat } from '../chat.ts';

describe('a greeting', () => {
  it.each(['hi', 'Hello', 'Hallo!', 'goedemorgen'])('is answered with what one can do: %s', async (word) => {
    const [answer] = await chat('nl').say(word);

    expect(answer?.text).toBe('Hoi! Waar kan ik je mee helpen?');
    expect(answer?.buttons).toContain('oefenen');
  });

  it('is said to the parent while a talk goes on', async () => {
    const { say } = chat('nl');
    await say('oefenen');

    const said = await say('Goedemorgen');

    expect(said.some(({ speaker }) => speaker === 'parent')).toBe(true);
  });
});

describe('who wants to sign out', () => {
  it.each([
    ['nl', 'afmelden', 'Afmelden'],
    ['en', 'sign out', 'Sign out'],
  ] as const)('is told where, in %s', async (locale, word, link) => {
    const [answer] = await chat(locale).say(word);

    expect(answer?.text).toContain(link);
  });

  it('keeps the talk that is going on', async () => {
    const { say } = chat('nl');
    await say('oefenen');
    await say('Wat merkt u thuis aan Sam?');

    const [, still] = await say('uitloggen');

    expect(still?.text).toContain('Het gesprek staat nog open.');
  });
});
