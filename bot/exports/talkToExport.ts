import type { Scenario } from '../../content/schema/scenario.ts';
import type { KeptRehearsal } from '../../dialogs/rehearse/keptRehearsal.ts';

/** A finished rehearsal with all that an export may show of it. */
export interface TalkToExport {
  /** A random UUID. */
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly endedAt: string;
  /** As it was when the talk began. */
  readonly scenario: Scenario;
  readonly kept: KeptRehearsal;
}
