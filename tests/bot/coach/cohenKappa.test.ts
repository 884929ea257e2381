import { describe, expect, it } from '@jest/globals';
import { cohenKappa } from '../../../bot/coach/agreement/cohenKappa.ts';

describe('cohenKappa', () => {
  // Of 50 turns both coders call 20 open questions, only the first 5, only the second 10, neither 15.
  const worked = [
    [20, 5],
    [10, 15],
  ];

  it('takes off the agreement that chance alone would give, as reckoned by hand', () => {
    // 35 of 50 agreed is 0.7; chance gives 0.5 × 0.6 + 0.5 × 0.4 = 0.5; (0.7 − 0.5) / (1 − 0.5) = 0.4
    expect(cohenKappa(worked)).toMatchObject({ items: 50, agreed: 0.7 });
    expect(cohenKappa(worked).kappa).toBeCloseTo(0.4, 10);
  });

  it('says within what bounds it lies, as reckoned by hand', () => {
    // Per cell, share × (weight − (row + column) × 0.6)²:
    //   0.4 × (1 − 1.1 × 0.6)² = 0.04624    0.1 × (0 − 1.1 × 0.6)² = 0.04356
    //   0.2 × (0 − 0.9 × 0.6)² = 0.05832    0.3 × (1 − 0.9 × 0.6)² = 0.06348    together 0.2116
    // less (0.4 − 0.5 × 0.6)² = 0.01; over 50 × 0.5² = 12.5: 0.016128, of which the root is 0.1270; × 1.96 = 0.2489
    const [from, to] = cohenKappa(worked).interval ?? [];

    expect(from).toBeCloseTo(0.1511, 4);
    expect(to).toBeCloseTo(0.6489, 4);
  });

  it('gives part of the credit for a neighbouring level when the weights are linear, as reckoned by hand', () => {
    const levels = [
      [2, 1, 0, 0],
      [0, 2, 1, 0],
      [0, 1, 1, 0],
      [0, 0, 1, 1],
    ];

    // Agreed: (6 × 1 + 4 × 2/3) / 10 = 0.8667. By chance, row by row: (17 + 23 + 14 + 8.6667) / 100 = 0.6267.
    // (0.8667 − 0.6267) / (1 − 0.6267) = 0.24 / 0.3733 = 9/14
    expect(cohenKappa(levels, 'linear').kappa).toBeCloseTo(9 / 14, 10);
  });

  it('is 1 in full agreement, and gives no interval then, for nothing differed', () => {
    expect(
      cohenKappa([
        [3, 0],
        [0, 4],
      ]),
    ).toEqual({ items: 7, agreed: 1, kappa: 1, interval: null });
  });

  it('has no figure where chance alone would agree fully, nor without items', () => {
    expect(
      cohenKappa([
        [0, 0],
        [0, 9],
      ]),
    ).toMatchObject({ items: 9, agreed: 1, kappa: null, interval: null });
    expect(
      cohenKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual({ items: 0, agreed: null, kappa: null, interval: null });
  });

  it('is below 0 when coders agree less than chance would', () => {
    const { kappa } = cohenKappa([
      [0, 5],
      [5, 0],
    ]);

    expect(kappa).toBeCloseTo(-1);
  });
});
