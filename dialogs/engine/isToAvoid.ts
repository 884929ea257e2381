import type { Move } from '../../content/schema/move.ts';
import type { Scenario } from '../../content/schema/scenario.ts';

/** Whether this scenario counts a move among those to avoid; no move at all is not. */
export function isToAvoid({ moves }: Pick<Scenario, 'moves'>, move: Move | null): boolean {
  return moves.some(({ id, kind }) => id === move && kind === 'avoid');
}
