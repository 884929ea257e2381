import { MOVES_TO_AVOID, type Move } from '../../../content/schema/move.ts';

const AVOIDED: ReadonlySet<Move> = new Set(MOVES_TO_AVOID);

/** Whether a teacher does better not to make this move. */
export function isAvoided(move: Move): boolean {
  return AVOIDED.has(move);
}
