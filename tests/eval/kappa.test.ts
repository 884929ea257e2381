import { describe, expect, it } from '@jest/globals';
import type { Example } from '../../content/schema/example.ts';
import type { Move } from '../../content/schema/move.ts';
import { compareCoders } from './kappa.ts';

function coded(turns: Readonly<Record<string, readonly Move[]>>): readonly Example[] {
  return Object.entries(turns).map(([text, moves], line) => ({
    locale: 'nl',
    file: 'set.txt',
    line,
    talk: '',
    text,
    spans: moves.map((move) => ({ move, start: 0, end: text.length })),
    unlike: null,
  }));
}

/** So many turns that both, the first, the second or neither calls minimising. */
function pair(both: number, onlyFirst: number, onlySecond: number, neither: number) {
  const first: Record<string, readonly Move[]> = {};
  const second: Record<string, readonly Move[]> = {};
  for (let at = 0; at < both + onlyFirst + onlySecond + neither; at += 1) {
    first[`turn ${at}`] = at < both + onlyFirst ? ['minimise'] : [];
    second[`turn ${at}`] =
      at < both || (at >= both + onlyFirst && at < both + onlyFirst + onlySecond) ? ['minimise'] : [];
  }
  return compareCoders(coded(first), coded(second));
}

describe('compareCoders', () => {
  it('counts what both, one or neither of the coders sees', () => {
    expect(pair(20, 5, 10, 15).perMove.minimise).toMatchObject({ both: 20, onlyFirst: 5, onlySecond: 10, neither: 15 });
  });

  it('takes off the agreement that chance alone would give', () => {
    // 35 of 50 agreed is 0.7; chance gives 0.5 × 0.6 + 0.5 × 0.4 = 0.5; (0.7 − 0.5) / (1 − 0.5) = 0.4
    expect(pair(20, 5, 10, 15).perMove.minimise.kappa).toBeCloseTo(0.4);
  });

  it('is 1 in full agreement and 0 where chance would do as well', () => {
    expect(pair(5, 0, 0, 5).perMove.minimise.kappa).toBe(1);
    expect(pair(25, 25, 25, 25).perMove.minimise.kappa).toBeCloseTo(0);
  });

  it('has no figure for a label that neither coder uses', () => {
    expect(pair(5, 0, 0, 5).perMove.jargon.kappa).toBeNull();
  });

  it('adds all labels up to one figure', () => {
    const { overall } = pair(5, 1, 0, 4);

    expect(overall).toMatchObject({ both: 5, onlyFirst: 1, onlySecond: 0, neither: 10 * 19 - 6 });
  });

  it('lists every turn that the two label otherwise', () => {
    const first = coded({ 'Ach, dat waait wel over.': ['minimise'], 'Tot morgen.': [] });
    const second = coded({ 'Ach, dat waait wel over.': ['defensive'], 'Tot morgen.': [] });

    expect(compareCoders(first, second).disagreements).toEqual([
      { text: 'Ach, dat waait wel over.', onlyFirst: ['minimise'], onlySecond: ['defensive'] },
    ]);
  });

  it('names turns that only one of the two has, and leaves them out', () => {
    const compared = compareCoders(coded({ een: [], twee: [] }), coded({ twee: [], drie: [] }));

    expect(compared).toMatchObject({ turns: 1, unpaired: ['een', 'drie'] });
  });
});
