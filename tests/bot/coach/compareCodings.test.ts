import { describe, expect, it } from '@jest/globals';
import {
  compareMarks,
  compareMoves,
  markedTwice,
  type TwiceCoded,
} from '../../../bot/coach/agreement/compareCodings.ts';
import type { Move } from '../../../content/schema/move.ts';

function turns(...pairs: readonly (readonly [readonly Move[], readonly Move[]])[]): readonly TwiceCoded[] {
  return pairs.map(([first, second], index) => ({ turn: index + 1, text: `Zin ${index + 1}`, first, second }));
}

function times(count: number, pair: readonly [readonly Move[], readonly Move[]]) {
  return Array.from({ length: count }, () => pair);
}

describe('two codings of the same turns', () => {
  it('are counted move by move, as in an example checked by hand', () => {
    // Ten turns, "minimise": both in 3, only the first in 1, only the second in 1, neither in 5. 8 of 10 agreed;
    // chance gives 0.4 × 0.4 + 0.6 × 0.6 = 0.52; (0.8 − 0.52) / 0.48 = 0.5833
    const { moves } = compareMoves(
      turns(...times(3, [['minimise'], ['minimise']]), [['minimise'], []], [[], ['minimise']], ...times(5, [[], []])),
    );

    expect(moves).toMatchObject([{ move: 'minimise', items: 10, both: 3, onlyFirst: 1, onlySecond: 1, neither: 5 }]);
    expect(moves[0]?.kappa).toBeCloseTo(0.58333, 5);
  });

  it('leave out moves that neither coder saw', () => {
    expect(compareMoves(turns([['jargon'], ['jargon']], [[], []])).moves.map(({ move }) => move)).toEqual(['jargon']);
  });

  it('say plainly that there is little to go by', () => {
    const few = compareMoves(turns([['jargon'], ['jargon']], [[], []]));
    const rare = compareMoves(turns(...times(4, [['jargon'], ['jargon']]), ...times(40, [['minimise'], []])));

    expect([few.overall.isFew, few.moves[0]?.isFew]).toEqual([true, true]);
    expect(rare.overall.isFew).toBe(false);
    expect(rare.moves.map(({ move, isFew }) => [move, isFew])).toEqual([
      ['minimise', false],
      ['jargon', true],
    ]);
  });

  it('list what is to be talked through, with what only one of the two saw', () => {
    const { differing } = compareMoves(
      turns([['minimise'], ['defensive']], [['jargon'], ['jargon']], [['jargon', 'minimise'], ['jargon']]),
    );

    expect(differing).toEqual([
      { turn: 1, text: 'Zin 1', onlyFirst: ['minimise'], onlySecond: ['defensive'] },
      { turn: 3, text: 'Zin 3', onlyFirst: ['minimise'], onlySecond: [] },
    ]);
  });
});

describe('two descriptions by the rubric', () => {
  it('are held side by side where both said something', () => {
    const marks = markedTwice(
      [
        { dimension: 'structure', level: 'mostly' },
        { dimension: 'relationship', level: 'not-yet' },
      ],
      [{ dimension: 'structure', level: 'throughout' }],
    );

    expect(marks).toEqual([{ dimension: 'structure', first: 'mostly', second: 'throughout' }]);
  });

  it('agree more when levels are neighbours than when they are far apart', () => {
    const near = [
      { dimension: 'structure', first: 'not-yet', second: 'now-and-then' },
      { dimension: 'relationship', first: 'throughout', second: 'mostly' },
    ] as const;
    const far = [
      { dimension: 'structure', first: 'not-yet', second: 'throughout' },
      { dimension: 'relationship', first: 'throughout', second: 'not-yet' },
    ] as const;

    // Near: agreed 2/3 each; by chance (2/3 + 1/3 + 1/3 + 2/3) / 4 = 1/2; (2/3 − 1/2) / (1/2) = 1/3
    expect(compareMarks(near).kappa).toBeCloseTo(1 / 3, 10);
    // Far: agreed 0; by chance (0 + 1 + 1 + 0) / 4 = 1/2; (0 − 1/2) / (1/2) = −1
    expect(compareMarks(far).kappa).toBeCloseTo(-1, 10);
  });
});
