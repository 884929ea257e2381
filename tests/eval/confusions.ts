import { MOVES, type Move } from '../../content/schema/move.ts';
import { type Answer, has } from './scoreMoves.ts';

/** In how many turns one move was missed while another was named that is not there. */
export interface Confusion {
  /** The move of the turn; null: the turn has none. */
  readonly missed: Move | null;
  /** What was named wrongly; null: nothing was. */
  readonly instead: Move | null;
  readonly turns: number;
}

/** Which move was taken for which, the most frequent first. A missed move beside two wrong ones counts with both. */
export function confusionsIn(answers: readonly Answer[]): readonly Confusion[] {
  const counts = new Map<string, Confusion>();
  for (const { gold, found } of answers) {
    const missed = MOVES.filter((move) => has(gold, move) && !has(found, move));
    const wrong = MOVES.filter((move) => has(found, move) && !has(gold, move));
    const sources: readonly (Move | null)[] = missed.length > 0 ? missed : gold.length === 0 ? [null] : [];
    for (const source of sources) {
      const targets: readonly (Move | null)[] = wrong.length > 0 ? wrong : source === null ? [] : [null];
      for (const instead of targets) {
        const key = `${source} ${instead}`;
        counts.set(key, { missed: source, instead, turns: (counts.get(key)?.turns ?? 0) + 1 });
      }
    }
  }
  return [...counts.values()].sort((a, b) => b.turns - a.turns);
}
