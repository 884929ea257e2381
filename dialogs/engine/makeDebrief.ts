import type { Scenario } from '../../content/schema/scenario.ts';
import type { EndReason } from '../../content/schema/state.ts';
import { agendaOf } from './agendaOf.ts';
import type { Debrief, TipReport } from './debrief.ts';
import { heatOf } from './heatOf.ts';
import { instruments } from './instruments.ts';
import { isToAvoid } from './isToAvoid.ts';
import type { Rehearsal, Turn } from './rehearsal.ts';
import { tipReports } from './tipReports.ts';
import { benefitOf, valuesOf } from './variables.ts';

/** Looks back on a rehearsal: what the ledger says of it, and no more. A talk still going on counts as stopped. */
export function makeDebrief(scenario: Scenario, rehearsal: Rehearsal): Debrief {
  const { turns, start } = rehearsal;
  const ended = rehearsal.ended ?? 'stopped';
  const agenda = agendaOf(scenario, rehearsal.agenda);
  const heard = turns.at(-1)?.state.heard ?? [];
  const tips = tipReports(scenario, rehearsal);
  return {
    ended,
    good: isGood(ended, rehearsal),
    tips,
    prologue: rehearsal.prologue,
    ledger: turns.flatMap(({ number, ledger }) => ledger.map((line) => ({ ...line, turn: number }))),
    turningPoint: turningPoint(rehearsal),
    instruments: instruments(rehearsal),
    neverHeard: [...new Set([agenda.decisive, ...agenda.concerns])].filter((id) => !heard.includes(id)),
    agenda: agenda.id,
    strength: strength(scenario, turns),
    nextStep: nextStep(scenario, turns, tips),
    curve: [start, ...turns.map(({ state }) => state)].map(valuesOf),
    tries: rehearsal.tries,
  };
}

/** Three minutes are enough when something was heard and there is a moment to go on. */
function isGood(ended: EndReason, { turns, start }: Rehearsal): boolean {
  if (ended === 'agreed' || ended === 'disagreed-and-meet-again') return true;
  const { heard, promises } = turns.at(-1)?.state ?? start;
  const isAgreed = promises.length > 0 && promises.every(({ reach }) => reach === 'own');
  return ended === 'time-is-up' && heard.length > start.heard.length && isAgreed;
}

/** `tension` is the change, with its sign; of equal changes the first. */
function turningPoint({ turns, start }: Rehearsal): Debrief['turningPoint'] {
  let greatest: Debrief['turningPoint'] = null;
  for (const [index, { number, reading, state }] of turns.entries()) {
    const tension = state.tension - (turns[index - 1]?.state ?? start).tension;
    if (greatest !== null && Math.abs(tension) <= Math.abs(greatest.tension)) continue;
    greatest = { turn: number, quote: reading.utterance, tension };
  }
  return greatest;
}

/** What did the parent most good; hearing a concern goes before everything. */
function strength({ moves }: Scenario, turns: readonly Turn[]): Debrief['strength'] {
  let best: Debrief['strength'] = null;
  let most = 0;
  for (const { number, ledger } of turns) {
    for (const { move, tip, quote, heard, delta } of ledger) {
      if (tip === null || !moves.some(({ id, kind }) => id === move && kind === 'helps')) continue;
      const good = benefitOf(delta) + (heard === null ? 0 : 100);
      if (good <= most) continue;
      most = good;
      best = { tip, turn: number, quote };
    }
  }
  return best;
}

/**
 * The moment to try again: where most harm was done; without harm, where the first missed tip would have helped, show
 * understanding before the others; without that, the last turn, for the first tip that was not shown, or else to be
 * reachable. Turn 0 when nothing was said.
 */
function nextStep(scenario: Scenario, turns: readonly Turn[], tips: readonly TipReport[]): Debrief['nextStep'] {
  const harm = mostHarm(scenario, turns);
  if (harm !== null) return harm;
  const missed = tips.filter(({ missedAt }) => missedAt !== null);
  const first = missed.find(({ tip }) => tip === 'show-understanding') ?? missed[0];
  if (first === undefined || first.missedAt === null) {
    const unshown = turns.length > 0 ? tips.find(({ verdict }) => verdict === 'not-needed') : undefined;
    return at(turns, turns.length, unshown?.tip ?? 'be-reachable');
  }
  return at(turns, first.missedAt, first.tip);
}

/**
 * A move to avoid does harm also when it gave relief at once, as a promise that nobody can keep. To a parent who is hot
 * by then, no other tip helps before understanding (tip 2).
 */
function mostHarm(scenario: Scenario, turns: readonly Turn[]): Debrief['nextStep'] | null {
  let worst: Debrief['nextStep'] | null = null;
  let least = 0;
  for (const { number, ledger, reading, state } of turns) {
    for (const { tip, quote, move, delta } of ledger) {
      const good = Math.min(benefitOf(delta), isToAvoid(scenario, move) ? -1 : 0);
      if (tip === null || good >= least) continue;
      least = good;
      const first = heatOf(state.tension) === 'hot' ? 'show-understanding' : tip;
      worst = { tip: first, turn: number, quote: quote || reading.utterance };
    }
  }
  return worst;
}

function at(turns: readonly Turn[], turn: number, tip: Debrief['nextStep']['tip']): Debrief['nextStep'] {
  return { tip, turn, quote: turns[turn - 1]?.reading.utterance ?? '' };
}
