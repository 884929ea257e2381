import type { Scenario } from '../../content/schema/scenario.ts';
import type { Content } from '../../dialogs/ports.ts';
import type { KeptRehearsal } from '../../dialogs/rehearse/keptRehearsal.ts';
import type { JsonObject, ScenarioRevisionStore } from '../ports.ts';
import type { TalkToExport } from './talkToExport.ts';

/** The newest version of a talk that can be shown. */
const SHOWN_VERSION = 2;

/** A finished rehearsal as it was kept, with the scenario as it was when the talk began; null for one that is too old to show. */
export async function openTalk(
  kept: {
    readonly id: string;
    readonly scenarioId: string;
    readonly revision: string;
    readonly startedAt: string;
    readonly endedAt: string;
    readonly talk: JsonObject;
  },
  content: Pick<Content, 'scenarios'>,
  revisions: ScenarioRevisionStore,
): Promise<TalkToExport | null> {
  const { id, scenarioId, revision, startedAt, endedAt } = kept;
  const current = content.scenarios.find((one) => one.id === scenarioId && one.revision === revision);
  const scenario = current ?? (await revisions.read(scenarioId, revision));
  // Both are what an earlier turn of ours wrote.
  const talk = kept.talk as unknown as KeptRehearsal;
  if (talk.rehearsal.version !== SHOWN_VERSION || !scenario) return null;
  return { id, startedAt, endedAt, kept: talk, scenario: scenario as unknown as Scenario };
}
