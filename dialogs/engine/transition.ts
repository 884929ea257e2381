import type { Scenario } from '../../content/schema/scenario.ts';
import { assertNever } from './assertNever.ts';
import { keptTries } from './keptTries.ts';
import type { Effect, Rehearsal, RehearsalEvent } from './rehearsal.ts';
import { takeTurn } from './takeTurn.ts';

/**
 * Advances a rehearsal by one event and says what to do next.
 *
 * | phase | event | next | effects |
 * | --- | --- | --- | --- |
 * | talking | teacher-spoke | talking, or ended once an end rule applies | parent-says, ledger, open-debrief when ended |
 * | talking | teacher-stopped | ended (`stopped`) | open-debrief |
 * | ended | teacher-spoke, teacher-stopped | unchanged | none |
 * | any | teacher-rewound | talking, just after turn `to`, or after the last turn before it that did not end the talk; what came later is kept in `tries` | parent-says, as it was said there |
 *
 * Pure: same arguments, same result; no argument is changed. Throws when the rehearsal is pinned to another scenario or
 * revision.
 */
export function transition(
  scenario: Scenario,
  rehearsal: Rehearsal,
  event: RehearsalEvent,
): readonly [next: Rehearsal, effects: readonly Effect[]] {
  if (rehearsal.scenario !== scenario.id || rehearsal.revision !== scenario.revision) {
    throw new Error(`A rehearsal of ${rehearsal.scenario} ${rehearsal.revision} is not one of ${scenario.revision}`);
  }
  if (event.type === 'teacher-rewound') return rewind(rehearsal, event.to);
  if (rehearsal.phase === 'ended') return [rehearsal, []];

  switch (event.type) {
    case 'teacher-spoke':
      return takeTurn(scenario, rehearsal, event.reading, event.seconds);
    case 'teacher-stopped':
      return [{ ...rehearsal, phase: 'ended', ended: 'stopped' }, [{ type: 'open-debrief', reason: 'stopped' }]];
    default:
      return assertNever(event);
  }
}

/** The same words would give the same turns again, so those that stay are kept as they are. */
function rewind(rehearsal: Rehearsal, to: number): readonly [Rehearsal, readonly Effect[]] {
  const { turns, opening, ended } = rehearsal;
  const last = ended === null || ended === 'stopped' ? turns.length : turns.length - 1;
  const kept = Math.min(Math.max(0, Math.trunc(to)), last);
  const next: Rehearsal = {
    ...rehearsal,
    phase: 'talking',
    turns: turns.slice(0, kept),
    tries: keptTries(rehearsal, kept),
    ended: null,
  };
  const { text } = next.turns.at(-1)?.reply ?? opening;
  return [next, [{ type: 'parent-says', text, turn: kept }]];
}
