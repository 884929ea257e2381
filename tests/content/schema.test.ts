import { describe, expect, it } from '@jest/globals';
import { idSchema } from '../../content/schema/locale.ts';
import { MOVES, MOVES_TO_AVOID, POSITIVE_MOVES, TIPS } from '../../content/schema/move.ts';

describe('the labels', () => {
  it('are nine moves that help and ten to avoid, under seven tips', () => {
    expect(POSITIVE_MOVES).toHaveLength(9);
    expect(MOVES_TO_AVOID).toHaveLength(10);
    expect(new Set(MOVES).size).toBe(19);
    expect(TIPS).toHaveLength(7);
  });
});

describe('an id', () => {
  it.each(['left-out-in-the-block-corner', 'a', 'tip-7'])('may read %s', (id) => {
    expect(idSchema.safeParse(id).success).toBe(true);
  });

  it.each(['Left-Out', 'two words', '-a', 'a--b', ''])('may not read "%s"', (id) => {
    expect(idSchema.safeParse(id).success).toBe(false);
  });
});
