import type { Move } from '../../content/schema/move.ts';
import { isToAvoid } from './isToAvoid.ts';
import type { Occasion } from './occasion.ts';
import type { Reading } from './reading.ts';

/** So many words of understanding say more than a formula does. */
const MORE_THAN_A_FORMULA = 8;

/** Whether understanding is shown in words that say more than a formula. */
export function isAtLength({ moves, utterance }: Reading): boolean {
  return moves.some(
    ({ move, start, end }) =>
      move === 'show-understanding' && utterance.slice(start, end).trim().split(/\s+/u).length >= MORE_THAN_A_FORMULA,
  );
}

/** Below this a move that hurts may well be another one that does, and what sounds honest an excuse. */
const SURELY = 0.8;

/** Whether it is less than sure that the parent is hurt as it seems, or told something plainly; without a move: that one hurts. */
export function isUnsure({ scenario, reading }: Occasion, move: Move | null): boolean {
  if (move === null) return reading.likelyHurts === true || reading.lean === 'harsh';
  const isDoubtful = isToAvoid(scenario, move) || (move === 'clear-honest-realistic' && reading.signs.length === 0);
  return isDoubtful && reading.moves.every((made) => made.move !== move || made.confidence < SURELY);
}
