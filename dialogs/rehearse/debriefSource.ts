import type { Scenario } from '../../content/schema/scenario.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { Debrief } from '../engine/debrief.ts';
import type { Rehearsal } from '../engine/rehearsal.ts';
import type { Translate } from '../texts.ts';

/** What the debrief is written from. */
export interface DebriefSource {
  readonly turn: DialogTurn;
  readonly scenario: Scenario;
  readonly rehearsal: Rehearsal;
  readonly report: Debrief;
  readonly t: Translate;
}
