import type { Move } from '../../../content/schema/move.ts';
import type { Analysis } from '../analysis.ts';
import { clauseAt } from '../clauseAt.ts';
import type { Vote } from '../vote.ts';

/**
 * Moves whose cues are broad, and the moves beside which they say nothing of their own: "u kunt altijd bellen" looks
 * like a tip and is an offer.
 */
const YIELDS: Readonly<Partial<Record<Move, readonly Move[]>>> = {
  'premature-advice': [
    'be-reachable',
    'deflect',
    'command-threaten',
    'blame-parent',
    'propose-face-to-face',
    'name-expertise',
    'appeal-responsibility',
    'defensive',
    'minimise',
  ],
  'explicit-expectations': ['command-threaten'],
  'show-understanding': ['blame-parent', 'deflect', 'defensive', 'name-expertise', 'command-threaten'],
  deflect: ['command-threaten', 'defensive'],
  appreciate: ['blame-parent'],
  'appeal-responsibility': ['command-threaten'],
  'propose-face-to-face': ['command-threaten'],
  minimise: ['overpromise'],
};

/** A broad cue yields to a specific one in the same clause. */
export function yieldToSpecific(votes: readonly Vote[], analysis: Analysis): readonly Vote[] {
  return votes.filter((vote) => {
    const specific = YIELDS[vote.move];
    const clause = clauseAt(analysis, vote.from);
    if (!specific || !clause) return true;
    return !votes.some(
      (other) =>
        specific.includes(other.move) && other.strength >= vote.strength && clauseAt(analysis, other.from) === clause,
    );
  });
}
