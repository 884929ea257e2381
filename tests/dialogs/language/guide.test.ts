import { describe, expect, it } from '@jest/globals';
import { guideExamples } from './guideExamples.ts';
import { movesIn } from './lexicon.ts';

describe('the labelling guide', () => {
  it.each(guideExamples)('hears in %s what a trainer hears: %s', (locale, turn, moves) => {
    expect(movesIn(turn, locale)).toEqual([...moves].sort());
  });
});
