import type { Move } from '../../content/schema/move.ts';
import type { Variable } from '../../content/schema/state.ts';
import type { Delta } from '../../content/schema/weight.ts';
import { makes, type Occasion } from './occasion.ts';
import { QUESTION_MOVES } from './questionMoves.ts';
import type { ParentState, Turn } from './rehearsal.ts';
import { doesGood, VARIABLES } from './variables.ts';

/**
 * What a rule's change becomes with this person at this point of the talk, in whole numbers.
 *
 * | factor | on |
 * | --- | --- |
 * | `persona.sensitivity` | everything that the move changes |
 * | `weights.repetition` | the good that a helping move does, by how often it brought nothing new |
 * | `persona.recovery` | tension that goes down |
 */
export function temper(occasion: Occasion, delta: Delta, move: Move | null, hearsNow: boolean): Delta {
  const { persona } = occasion.scenario;
  const sensitivity = move === null ? 1 : (persona.sensitivity[move] ?? 1);
  const freshness = move === null ? 1 : freshnessOf(occasion, move, hearsNow);
  const tempered: Partial<Record<Variable, number>> = {};
  for (const variable of VARIABLES) {
    const amount = (delta[variable] ?? 0) * sensitivity;
    const worn = doesGood(variable, amount) ? amount * freshness : amount;
    const felt = variable === 'tension' && worn < 0 ? worn * persona.recovery : worn;
    tempered[variable] = roundHalfOut(felt);
  }
  return tempered;
}

function freshnessOf(occasion: Occasion, move: Move, hearsNow: boolean): number {
  const helps = occasion.scenario.moves.some(({ id, kind }) => id === move && kind === 'helps');
  if (!helps || hearsNow) return 1;
  const { repetition } = occasion.scenario.weights;
  const worn = timesWithoutNews(occasion, move) + (move === 'show-understanding' ? 1 : 0);
  return repetition[Math.min(worn, repetition.length - 1)] ?? 1;
}

/** In how many earlier turns this move was made without bringing anything new. */
function timesWithoutNews({ earlier, start }: Occasion, move: Move): number {
  return earlier.filter(
    (turn, index) => makes(turn.reading, move) && !broughtNews(turn, earlier[index - 1]?.state ?? start, move),
  ).length;
}

function broughtNews(turn: Turn, before: ParentState, move: Move): boolean {
  if (move === 'show-understanding') return turn.state.heard.length > before.heard.length;
  if (!QUESTION_MOVES.includes(move)) return false;
  return turn.state.told.length > before.told.length || turn.state.raised.length > before.raised.length;
}

function roundHalfOut(amount: number): number {
  return Math.sign(amount) * Math.round(Math.abs(amount)) + 0;
}
