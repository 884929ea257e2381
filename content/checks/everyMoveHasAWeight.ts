import { MOVES } from '../schema/move.ts';
import type { ContentCheck } from './contentCheck.ts';

/** Each move changes something in the parent, by at least one rule. */
export const everyMoveHasAWeight: ContentCheck = {
  id: 'every-move-has-a-weight',
  why: 'The teacher would do it and nothing would happen.',
  run: ({ weights }) => {
    if (!weights) return [];

    const weighed = new Set<string>(weights.data.weights.map(({ on }) => on));
    return MOVES.filter((move) => !weighed.has(move)).map((move) => ({
      in: weights,
      at: ['weights'],
      message: `No weight is set off by "${move}".`,
      fix: `add one with "on: ${move}".`,
    }));
  },
};
