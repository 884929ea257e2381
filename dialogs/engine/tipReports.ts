import type { TipId } from '../../content/schema/move.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import type { TipReport } from './debrief.ts';
import { heatOf } from './heatOf.ts';
import { isToAvoid } from './isToAvoid.ts';
import { onTheTable } from './onTheTable.ts';
import type { Evidence, LedgerLine, Rehearsal, Turn } from './rehearsal.ts';
import { benefitOf } from './variables.ts';

/** The seven tips, in the order of the source article. Content names the same seven. */
const TIPS: readonly TipId[] = [
  'face-to-face',
  'show-understanding',
  'name-expertise',
  'appeal-to-responsibility',
  'explicit-expectations',
  'clear-honest-realistic',
  'be-reachable',
];

/** How each of the seven tips came back in the talk, in their order. */
export function tipReports(scenario: Scenario, rehearsal: Rehearsal): readonly TipReport[] {
  return TIPS.map((tip) => tipReport(scenario, rehearsal, tip));
}

function tipReport(scenario: Scenario, rehearsal: Rehearsal, tip: TipId): TipReport {
  const { shown, against } = evidence(scenario, rehearsal, tip);
  const missedAt = shown.length === 0 && against.length === 0 ? missedTurn(scenario, rehearsal, tip) : null;
  return { tip, verdict: verdictOf(shown, against, missedAt), shown, against, missedAt };
}

function verdictOf(
  shown: readonly Evidence[],
  against: readonly Evidence[],
  missedAt: number | null,
): TipReport['verdict'] {
  if (shown.length > 0) return against.length > 0 ? 'mixed' : 'shown';
  if (against.length > 0) return 'against';
  return missedAt === null ? 'not-needed' : 'missed';
}

function evidence(scenario: Scenario, { turns }: Rehearsal, tip: TipId) {
  const shown: Evidence[] = [];
  const against: Evidence[] = [];
  for (const turn of turns) {
    for (const line of turn.ledger) {
      if (line.tip !== tip || line.move === null || line.quote === '') continue;
      const quoted = { turn: turn.number, quote: line.quote };
      if (isAgainst(scenario, line)) against.push(quoted);
      else if (isShown(line)) shown.push(quoted);
    }
  }
  return { shown: distinct(shown), against: distinct(against) };
}

/** A move to avoid, also when it gave relief; a helping move only when it did harm there. */
function isAgainst(scenario: Scenario, { move, delta }: LedgerLine): boolean {
  return isToAvoid(scenario, move) || benefitOf(delta) < 0;
}

/** Understanding that was only said, and not shown, changes nothing and counts for nothing. */
function isShown({ heard, delta }: LedgerLine): boolean {
  return heard !== null || benefitOf(delta) > 0;
}

function distinct(all: readonly Evidence[]): readonly Evidence[] {
  return all.filter(
    (one, index) => all.findIndex(({ turn, quote }) => turn === one.turn && quote === one.quote) === index,
  );
}

/** The turn at which a tip that never came would have helped, or null when it was not needed. */
function missedTurn({ setting }: Scenario, { turns, start }: Rehearsal, tip: TipId): number | null {
  const last = turns.at(-1)?.number ?? null;
  const onceHeard = turns.find(({ number }) => stateBefore(turns, number)?.heard.length)?.number ?? null;
  switch (tip) {
    case 'face-to-face':
      return setting === 'room' ? null : (turns.find(isHot)?.number ?? last);
    case 'show-understanding':
      return turns.find(({ number }) => onTheTable(stateBefore(turns, number) ?? start) !== null)?.number ?? null;
    case 'name-expertise':
      return turns.find(({ number }) => stateBefore(turns, number)?.told.length)?.number ?? last;
    case 'be-reachable':
      return last;
    default:
      return onceHeard;
  }
}

function stateBefore(turns: readonly Turn[], number: number) {
  return turns[number - 2]?.state;
}

function isHot({ state }: Turn): boolean {
  return heatOf(state.tension) === 'hot';
}
