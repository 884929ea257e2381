import { LOCALES } from '../../content/schema/locale.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import type { ScenarioTeacher, TeacherSayings } from '../../content/schema/teacher.ts';
import type { Reader } from '../ports.ts';
import { type Evidence, endedWell, gatherEvidence } from './evidence.ts';
import { exploreScenario, seedPerAgenda } from './exploreScenario.ts';
import { greedyTalk } from './greedyTalk.ts';
import { oneTricks } from './oneTricks.ts';
import { type PlayedTalk, playTeachers, standingOf } from './playTeachers.ts';
import { allSmells } from './smells/allSmells.ts';
import type { Tried } from './smells/smell.ts';
import { teacherGates } from './teacherGates.ts';
import { handMadeVoice, spokenVoice } from './voice.ts';
import { wordsAreHeard } from './wordsAreHeard.ts';
import type { WorkbenchFinding } from './workbenchFinding.ts';

/** How much is tried in each scenario. */
export interface TrialSize {
  readonly seeds: readonly number[];
  /** Turns of the search, in each language. */
  readonly turns: number;
  /** Talks that ask about every fact, in each language. */
  readonly thoroughTalks: number;
}

/** Enough to meet nearly every line, in about two seconds per scenario. */
const usualSize: TrialSize = {
  seeds: [0, 7919, 15838, 23757],
  turns: 1500,
  thoroughTalks: 9,
};

/** What trying one scenario brought. */
export interface ScenarioTrial {
  readonly scenario: string;
  readonly talks: readonly PlayedTalk[];
  readonly evidence: Evidence;
  readonly findings: readonly WorkbenchFinding[];
  /** Lines that were said in no talk: the search is bounded, so this is a hint and no proof. */
  readonly linesNeverSaid: readonly string[];
}

/** Lets all simulated teachers play a scenario, explores its states, and says what is amiss. Pure: same content, same trial. */
export function tryScenario(
  scenario: Scenario,
  phrases: { readonly general: TeacherSayings; readonly understands: ScenarioTeacher['understands'] },
  reader: Reader,
  { seeds, turns, thoroughTalks }: TrialSize = usualSize,
): ScenarioTrial {
  const voices = { meant: handMadeVoice, spoken: spokenVoice(phrases, reader) };
  const talks = playTeachers(scenario, voices, seeds);
  const { see, look } = gatherEvidence(scenario);
  for (const { rehearsal } of talks) for (const [index] of rehearsal.turns.entries()) see(upTo(rehearsal, index + 1));
  for (const locale of LOCALES) exploreScenario(scenario, locale, { turns, thoroughTalks }, see);

  const agendaSeeds = seedPerAgenda(scenario);
  const greedy = greedyTalk(scenario, { seed: agendaSeeds[0] ?? 0, locale: 'nl' });
  const tried: Tried = {
    scenario,
    evidence: look(),
    talks,
    oneTricks: oneTricks(scenario, agendaSeeds),
    greedy: { standing: standingOf({ rehearsal: greedy }), good: endedWell(scenario, greedy) },
  };
  const smells = allSmells.flatMap(({ id, why, find }) =>
    find(tried).map((found) => ({ ...found, rule: id, scenario: scenario.id, why: `${found.why} ${why}` })),
  );
  return {
    scenario: scenario.id,
    talks,
    evidence: tried.evidence,
    findings: [...wordsAreHeard(scenario, phrases.understands, reader), ...teacherGates(scenario.id, talks), ...smells],
    linesNeverSaid: scenario.lines
      .filter(({ id, part }) => part !== 'thought' && !tried.evidence.lines.has(id))
      .map(({ id }) => id),
  };
}

/** The talk as it stood after this turn. */
function upTo(rehearsal: PlayedTalk['rehearsal'], turn: number): PlayedTalk['rehearsal'] {
  if (turn === rehearsal.turns.length) return rehearsal;
  return { ...rehearsal, turns: rehearsal.turns.slice(0, turn), phase: 'talking', ended: null };
}
