import { describe, expect, it } from '@jest/globals';
import { MOVES, type Move } from '../../../../content/schema/move.ts';
import { createLayeredScorer } from '../../../../dialogs/language/model/layeredModel.ts';
import { trainLayers } from '../../../../dialogs/language/model/trainLayers.ts';
import type { Lesson } from '../../../../dialogs/language/model/trainModel.ts';

const YOU = 1;
const ALWAYS = 2;
const LISTEN = 3;
const RARE = 4;
const TRAINING = { size: 16, rounds: 30, rate: 0.1, fewest: 5, unitsOut: 0, featuresOut: 0 };

function lesson(features: readonly number[], ...moves: readonly Move[]): Lesson<Move> {
  return { features, labels: new Set(moves), weight: 1 };
}

/** "You" and "always" blame only together. */
const lessons = Array.from({ length: 40 }, () => [
  lesson([YOU, ALWAYS], 'blame-parent'),
  lesson([YOU, LISTEN]),
  lesson([ALWAYS, LISTEN]),
  lesson([YOU]),
  lesson([ALWAYS]),
]).flat();

function oddsOfBlame(features: readonly number[], taught = lessons): number {
  const score = createLayeredScorer(trainLayers(taught, MOVES, TRAINING));
  return score(features)[MOVES.indexOf('blame-parent')] ?? 0;
}

describe('the layered model', () => {
  it('learns what two words mean together and not apart', () => {
    expect(oddsOfBlame([YOU, ALWAYS])).toBeGreaterThan(0);
    expect(oddsOfBlame([YOU])).toBeLessThan(0);
    expect(oddsOfBlame([ALWAYS])).toBeLessThan(0);
  });

  it('learns nothing from what is too rare', () => {
    const withRare = [...lessons, lesson([RARE], 'blame-parent')];

    expect(trainLayers(withRare, MOVES, TRAINING).buckets).not.toContain(RARE);
  });

  it('takes no notice of what it never met', () => {
    expect(oddsOfBlame([YOU, ALWAYS, 9999])).toBe(oddsOfBlame([YOU, ALWAYS]));
  });

  it('is the same from the same lessons, bit for bit', () => {
    expect(trainLayers(lessons, MOVES, TRAINING)).toEqual(trainLayers(lessons, MOVES, TRAINING));
  });
});
