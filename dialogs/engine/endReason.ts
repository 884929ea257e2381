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
 * | agreed | closing, and: the teacher says goodbye; or the parent is satisfied; or no turns are left |
 * | disagreed-and-meet-again | goodbye with contact offered, something heard, not hot, no less trust than at the start, nothing promised beyond influence |
 * | parted | any other goodbye |
 * | time-is-up | the clock of a timed talk has run out, and no goodbye was said |
 * | out-of-turns | `maxTurns` taken |
 *
 * The parent is satisfied in the second turn of closing, when contact was offered, nothing is asked or newly heard and
 * nothing is left on the table.
 */
export function endReason(occasion: Occasion, state: ParentState, timeIsUp = false): EndReason | null {
  const { scenario, reading, number } = occasion;
  const says = reading.kind === 'farewell';
  if (state.tension >= scenario.persona.limit) return 'parent-left';
  if (state.phase === 'closing' && (says || isSatisfied(occasion, state) || number >= scenario.maxTurns))
    return 'agreed';
  if (says) return willMeetAgain(occasion, state) ? 'disagreed-and-meet-again' : 'parted';
  if (timeIsUp) return 'time-is-up';
  return number >= scenario.maxTurns ? 'out-of-turns' : null;
}

function isSatisfied(occasion: Occasion, state: ParentState): boolean {
  const { before, reading } = occasion;
  const isQuiet = !reading.asks && state.heard.length === before.heard.length && onTheTable(state) === null;
  return before.phase === 'closing' && isQuiet && contactOffered(occasion);
}

function willMeetAgain(occasion: Occasion, state: ParentState): boolean {
  const inGoodFaith = state.trust >= occasion.start.trust && !promisedBeyond(state.promises);
  return contactOffered(occasion) && inGoodFaith && state.heard.length > 0 && heatOf(state.tension) !== 'hot';
}

function contactOffered({ earlier, reading }: Occasion): boolean {
  return [...earlier.map((turn) => turn.reading), reading].some(
    (said) => makes(said, 'propose-face-to-face') || makes(said, 'be-reachable'),
  );
}
