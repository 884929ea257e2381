import type { Difficulty } from '../../content/schema/state.ts';
import type { Rehearsal } from '../engine/rehearsal.ts';
import type { Clock } from './clock.ts';

/** The teacher has yet to name a scenario. */
export interface Choosing {
  readonly step: 'choosing';
  /** The level that was asked for, if any. */
  readonly difficulty?: Difficulty;
}

/** A rehearsal that is at hand, going on or over. */
export interface Held {
  readonly rehearsalId: string;
  readonly rehearsal: Rehearsal;
  /** Hints given since the parent's last line. */
  readonly hints: number;
  /** Runs in a timed talk only. */
  readonly clock: Clock | null;
}

/** A talk is going on. */
export interface Talking extends Held {
  readonly step: 'talking';
}

/** The talk is over, and the teacher is asked how it went before the debrief says so. */
export interface Estimating extends Held {
  readonly step: 'estimating';
}

/** The debrief was given; the talk stays at hand to go back to, or to go on from. */
export interface Debriefed extends Held {
  readonly step: 'debriefed';
  /** What the teacher said first about how it went; null for nothing, left out where it was not asked. */
  readonly estimate?: string | null;
}

/** The teacher sits in the parent's chair and looks at the talk again. */
export interface Swapped extends Held {
  readonly step: 'swapped';
  /** The turn that is looked at; 0 is the opening. */
  readonly at: number;
  /** Where the teacher goes back to. */
  readonly from: 'talking' | 'debriefed';
}

/** Where the rehearse dialog stands; kept on the dialog stack as plain JSON. */
export type RehearseState = Choosing | Talking | Estimating | Debriefed | Swapped;

/** Whether nothing is lost when another dialog takes over: no talk is going on. */
export function isAtRest(state: RehearseState): boolean {
  if (state.step === 'swapped') return state.from === 'debriefed';
  return state.step !== 'talking';
}
