import type { EndReason } from '../../content/schema/state.ts';
import { heatOf } from './heatOf.ts';
import { makes, type Occasion } from './occasion.ts';
import { onTheTable } from './onTheTable.ts';
import { promisedBeyond } from './promises.ts';
import type { ParentState } from './rehearsal.ts';

/**
 * Why the talk ends with this turn, or null when it goes on. The first that holds:
 *
 * | reason | when |
 * | --- | --- |
 * | parent-left | tension at or over the persona's limit |
 * | agreed | closing, and: the teacher says goodbye; or two turns of it with nothing asked and nothing left on the table; or no turns left |
 * | disagreed-and-meet-again | goodbye with contact offered, something heard, not hot, no less trust than at the start, nothing promised beyond influence |
 * | parted | any other goodbye |
 * | out-of-turns | `maxTurns` taken |
 */
export function endReason(occasion: Occasion, state: ParentState): EndReason | null {
  const { scenario, reading, number } = occasion;
  const says = reading.kind === 'farewell';
  if (state.tension >= scenario.persona.limit) return 'parent-left';
  if (state.phase === 'closing' && (says || isSatisfied(occasion, state) || number >= scenario.maxTurns))
    return 'agreed';
  if (says) return willMeetAgain(occasion, state) ? 'disagreed-and-meet-again' : 'parted';
  return number >= scenario.maxTurns ? 'out-of-turns' : null;
}

function isSatisfied({ before, reading }: Occasion, state: ParentState): boolean {
  return before.phase === 'closing' && !reading.asks && onTheTable(state) === null;
}

function willMeetAgain({ earlier, reading, start }: Occasion, state: ParentState): boolean {
  const offered = [...earlier.map((turn) => turn.reading), reading].some(
    (said) => makes(said, 'propose-face-to-face') || makes(said, 'be-reachable'),
  );
  const inGoodFaith = state.trust >= start.trust && !promisedBeyond(state.promises);
  return offered && inGoodFaith && state.heard.length > 0 && heatOf(state.tension) !== 'hot';
}
