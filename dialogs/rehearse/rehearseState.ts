import type { Rehearsal } from '../engine/rehearsal.ts';

/** The teacher has yet to name a scenario. */
export interface Choosing {
  readonly step: 'choosing';
}

/** A talk is going on. */
export interface Talking {
  readonly step: 'talking';
  readonly rehearsalId: string;
  readonly rehearsal: Rehearsal;
  /** Hints given since the parent's last line. */
  readonly hints: number;
}

/** Where the rehearse dialog stands; kept on the dialog stack as plain JSON. */
export type RehearseState = Choosing | Talking;
