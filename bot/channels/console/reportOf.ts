import { stateOf } from '../../../dialogs/workbench/teachers.ts';
import type { ScenarioTrial } from '../../../dialogs/workbench/tryScenario.ts';

/** What trying one scenario brought, as plain JSON: ids and figures, and every talk of a simulated teacher in one row. */
export function reportOf({ scenario, talks, evidence, findings, linesNeverSaid }: ScenarioTrial): object {
  return {
    scenario,
    turns: evidence.turns,
    endings: [...evidence.endings],
    heard: [...evidence.heard],
    told: [...evidence.told],
    findings,
    linesNeverSaid,
    linesOneStepOff: Object.fromEntries([...evidence.nextHeat].toSorted((a, b) => b[1] - a[1]).slice(0, 20)),
    talks: talks.map(({ teacher, voice, locale, seed, good, rehearsal }) => {
      const { tension, trust, heard } = stateOf(rehearsal);
      const turns = rehearsal.turns.length;
      return { teacher, voice, locale, seed, ended: rehearsal.ended, good, turns, tension, trust, heard: heard.length };
    }),
  };
}
