import type { ScenarioRevisionStore } from '../ports.ts';
import type { Database } from './database.ts';

/** Scenarios as they were when a rehearsal with them began; written by the turn that begins one. */
export function createScenarioRevisionStore({ db }: Database): ScenarioRevisionStore {
  return {
    read: async (scenarioId, revision) => {
      const row = await db
        .selectFrom('scenario_revisions')
        .select('scenario')
        .where('scenario_id', '=', scenarioId)
        .where('revision', '=', revision)
        .executeTakeFirst();
      return row ? JSON.parse(row.scenario) : null;
    },
  };
}
