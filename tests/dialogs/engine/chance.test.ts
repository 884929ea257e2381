import { describe, expect, it } from '@jest/globals';
import { chance } from '../../../dialogs/engine/chance.ts';

describe('chance', () => {
  it('gives the same fraction for the same seed and key', () => {
    expect(chance(7, '3/line')).toBe(chance(7, '3/line'));
  });

  it('differs by seed and by key', () => {
    const fractions = [chance(7, 'a'), chance(8, 'a'), chance(7, 'b'), chance(7, 'aa')];

    expect(new Set(fractions).size).toBe(4);
  });

  it('spreads evenly over all seeds, the greatest included', () => {
    const tens = new Array<number>(10).fill(0);
    const seeds = Array.from({ length: 5000 }, (_, index) => 2_147_483_647 - index);

    for (const seed of seeds) {
      const ten = Math.floor(chance(seed, 'agenda') * 10);
      tens[ten] = (tens[ten] ?? 0) + 1;
    }

    expect(Math.min(...tens)).toBeGreaterThan(400);
    expect(Math.max(...tens)).toBeLessThan(600);
  });
});
