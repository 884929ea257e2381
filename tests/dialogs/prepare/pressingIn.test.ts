import { describe, expect, it } from '@jest/globals';
import { freshMemory } from '../../../dialogs/memory.ts';
import { pressingIn } from '../../../dialogs/prepare/pressingIn.ts';
import { content } from './plannedTalk.ts';

describe('words that sound like an order or a verdict', () => {
  it.each([
    ['nl', 'Maar dan moet u ook eens op tijd komen.', 'moet u'],
    ['nl', 'Volgens mij gaat het thuis niet goed.', 'volgens mij'],
    ['en', 'Well, you should have told me.', 'you should'],
  ] as const)('are found (%s): %s', (locale, said, words) => {
    expect(pressingIn({ content, memory: freshMemory(locale) }, said)).toBe(words);
  });

  it.each(['Wat moeten wij volgens u doen?', 'Wat naar voor u.', ''])('are not in “%s”', (said) => {
    expect(pressingIn({ content, memory: freshMemory('nl') }, said)).toBeNull();
  });
});
