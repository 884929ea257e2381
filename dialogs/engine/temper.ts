import type { Move } from '../../content/schema/move.ts';
import type { Sign } from '../../content/schema/sign.ts';
import type { Variable } from '../../content/schema/state.ts';
import type { Delta } from '../../content/schema/weight.ts';
import { isToAvoid } from './isToAvoid.ts';
import { makes, type Occasion } from './occasion.ts';
import { QUESTION_MOVES } from './questionMoves.ts';
import type { ParentState, Turn } from './rehearsal.ts';
import { timesShown } from './signCauses.ts';
import { doesGood, VARIABLES } from './variables.ts';

/** What gives a change its force: a move or a sign, and whether it makes a concern heard. */
export interface Force {
  readonly move: Move | null;
  readonly sign: Sign | null;
  readonly hears: boolean;
}

/**
 * What a rule's change becomes with this person at this point of the talk, in whole numbers.
 *
 * | factor | on |
 * | --- | --- |
 * | `persona.sensitivity` | everything that the move changes |
 * | `weights.repetition` | the good that a helping move does, by how often it brought nothing new |
 * | `weights.softening` | the harm of a move to avoid, soon after careful wording |
 * | `persona.recovery` | tension that goes down |
 */
export function temper(occasion: Occasion, delta: Delta, { move, sign, hears }: Force): Delta {
  const { persona, weights } = occasion.scenario;
  const sensitivity = move === null ? 1 : (persona.sensitivity[move] ?? 1);
  const freshness = freshnessOf(occasion, { move, sign, hears });
  const softness = isSoftened(occasion, move) ? weights.softening.factor : 1;
  const tempered: Partial<Record<Variable, number>> = {};
  for (const variable of VARIABLES) {
    const amount = (delta[variable] ?? 0) * sensitivity;
    const worn = amount * (doesGood(variable, amount) ? freshness : softness);
    const felt = variable === 'tension' && worn < 0 ? worn * persona.recovery : worn;
    tempered[variable] = roundHalfOut(felt);
  }
  return tempered;
}

/** Whether this move to avoid comes so soon after careful wording that it stings less. */
export function isSoftened({ scenario, earlier }: Occasion, move: Move | null): boolean {
  const recent = earlier.slice(-scenario.weights.softening.turns);
  return isToAvoid(scenario, move) && recent.some(({ reading }) => reading.signs.includes('receptive'));
}

function freshnessOf(occasion: Occasion, { move, sign, hears }: Force): number {
  if (move === null) return sign === null ? 1 : repetitionAt(occasion, timesShown(occasion, sign));
  const helps = occasion.scenario.moves.some(({ id, kind }) => id === move && kind === 'helps');
  if (!helps || hears) return 1;
  return repetitionAt(occasion, timesWithoutNews(occasion, move) + (move === 'show-understanding' ? 1 : 0));
}

function repetitionAt({ scenario }: Occasion, times: number): number {
  const { repetition } = scenario.weights;
  return repetition[Math.min(times, repetition.length - 1)] ?? 1;
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
