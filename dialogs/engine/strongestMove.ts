import type { Move } from '../../content/schema/move.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import { isToAvoid } from './isToAvoid.ts';
import { QUESTION_MOVES } from './questionMoves.ts';
import type { Reading, RecognizedMove } from './reading.ts';
import type { LedgerLine } from './rehearsal.ts';
import { benefitOf } from './variables.ts';

const NEARLY_AS_SURE = 0.25;
const ABOUT_THE_PLAN: readonly Move[] = ['clear-honest-realistic', 'be-reachable', 'propose-face-to-face'];

/**
 * The move that the parent reacts to, or null when no move was made.
 *
 * | among | the strongest is |
 * | --- | --- |
 * | moves to avoid (they go before all others) | the one that did most harm; then the surest |
 * | helping moves | the one that made a concern heard; else the last one said that is no question, thanks after a plan left aside; else the last |
 *
 * A helping move that is much less sure than the surest one does not count.
 */
export function strongestMove(scenario: Scenario, reading: Reading, ledger: readonly LedgerLine[]): Move | null {
  const toAvoid = reading.moves.filter(({ move }) => isToAvoid(scenario, move));
  if (toAvoid.length > 0) return mostHarmful(toAvoid, ledger);

  const heard = ledger.find((line) => line.heard !== null);
  if (heard?.move) return heard.move;
  const surest = Math.max(...reading.moves.map(({ confidence }) => confidence));
  const sure = reading.moves.filter(({ confidence }) => confidence >= surest - NEARLY_AS_SURE);
  const statements = sure.filter(({ move }) => !QUESTION_MOVES.includes(move));
  const plan = statements.findLast(({ move }) => ABOUT_THE_PLAN.includes(move));
  const last = statements.at(-1);
  const statement = last?.move === 'appreciate' ? (plan ?? last) : last;
  return (statement ?? sure.at(-1))?.move ?? null;
}

function mostHarmful(moves: readonly RecognizedMove[], ledger: readonly LedgerLine[]): Move | null {
  const harm = (move: Move) => -benefitOf(ledger.find((line) => line.move === move)?.delta ?? {});
  const [worst] = moves.toSorted((a, b) => harm(b.move) - harm(a.move) || b.confidence - a.confidence);
  return worst?.move ?? null;
}
