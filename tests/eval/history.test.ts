import { describe, expect, it } from '@jest/globals';
import { fallsSince, type HistoryRow, readHistory, writeHistory } from './history.ts';

const ROW: HistoryRow = {
  at: '2026-11-23',
  learnedFrom: 'abc',
  language: 'nl',
  set: 'by-label',
  macroF1: 0.8,
  microF1: 0.81,
  spanF1: 0.7,
  noneEmpty: 0.9,
  severe: 0.03,
};

describe('history', () => {
  it('reads back what was written', () => {
    expect(readHistory(writeHistory([ROW, { ...ROW, set: 'talks' }]))).toEqual([ROW, { ...ROW, set: 'talks' }]);
  });

  it('names a figure that fell by more than 0.02', () => {
    expect(fallsSince([ROW], [{ ...ROW, macroF1: 0.77, microF1: 0.79 }])).toEqual([
      { language: 'nl', set: 'by-label', figure: 'macroF1', was: 0.8, is: 0.77 },
    ]);
  });

  it('takes more severe confusions for a fall, and fewer for none', () => {
    expect(fallsSince([ROW], [{ ...ROW, severe: 0.06 }])).toMatchObject([{ figure: 'severe' }]);
    expect(fallsSince([ROW], [{ ...ROW, severe: 0 }])).toEqual([]);
  });

  it('holds a set against its own last record only', () => {
    const better = { ...ROW, macroF1: 0.9 };

    expect(fallsSince([better, ROW], [ROW])).toEqual([]);
    expect(fallsSince([{ ...better, set: 'talks' }], [ROW])).toEqual([]);
  });
});
