import { concernsAreWithinReach } from '../checks/concernsAreWithinReach.ts';
import type { ContentCheck } from '../checks/contentCheck.ts';
import { decisiveIsOnTheAgenda } from '../checks/decisiveIsOnTheAgenda.ts';
import { everyAgendaHasAnOpening } from '../checks/everyAgendaHasAnOpening.ts';
import { everyConcernCanBeHeard } from '../checks/everyConcernCanBeHeard.ts';
import { everyEndHasLastWords } from '../checks/everyEndHasLastWords.ts';
import { everyFactHasAnAnswer } from '../checks/everyFactHasAnAnswer.ts';
import { everyKindHasAReaction } from '../checks/everyKindHasAReaction.ts';
import { everyMoveHasAReaction } from '../checks/everyMoveHasAReaction.ts';
import { linesAreShort } from '../checks/linesAreShort.ts';
import { linesCanBeSaid } from '../checks/linesCanBeSaid.ts';
import { noTwoLinesAlike } from '../checks/noTwoLinesAlike.ts';
import { openingsVary } from '../checks/openingsVary.ts';
import { personaStaysAtFirst } from '../checks/personaStaysAtFirst.ts';
import { referencesExist } from '../checks/referencesExist.ts';
import { runChecks } from '../checks/runChecks.ts';
import { slotsAreKnown } from '../checks/slotsAreKnown.ts';
import { twinsExist } from '../checks/twinsExist.ts';
import type { ContentProblem } from '../contentError.ts';
import type { ContentFiles } from '../contentFiles.ts';
import type { Line } from '../schema/line.ts';
import type { Persona } from '../schema/persona.ts';
import { scenarioFileSchema } from '../schema/scenario.ts';
import { OWN_CASE, type OwnScenario } from './ownScenario.ts';

/** What `npm run content:check` asks of every scenario, apart from how well it reads and who tried it out. */
export const ownScenarioChecks: readonly ContentCheck[] = [
  referencesExist,
  everyConcernCanBeHeard,
  everyFactHasAnAnswer,
  everyMoveHasAReaction,
  everyKindHasAReaction,
  everyAgendaHasAnOpening,
  everyEndHasLastWords,
  decisiveIsOnTheAgenda,
  personaStaysAtFirst,
  noTwoLinesAlike,
  linesAreShort,
  openingsVary,
  slotsAreKnown,
  concernsAreWithinReach,
  linesCanBeSaid,
  twinsExist,
];

/** Whom a scenario of a teacher's own can be about, and what any parent could say. */
export interface OwnParts {
  readonly personas: readonly Persona[];
  readonly anyone: readonly Line[];
}

/** What is wrong with a scenario made from own answers; nothing when it may be played. Pure. */
export function ownScenarioProblems(own: OwnScenario, parts: OwnParts): readonly ContentProblem[] {
  const { scenario } = own;
  const { success, error } = scenarioFileSchema.safeParse(scenario);
  if (!success) return [{ file: OWN_CASE, line: null, at: '', why: error.message, fix: 'correct the answer.' }];
  return runChecks(filesOf(own, parts), ownScenarioChecks);
}

/** The scenario as if it stood in a folder, with nothing around it that its checks do not read. */
export function filesOf({ scenario, lines }: OwnScenario, { personas, anyone }: OwnParts): ContentFiles {
  const file = <T>(name: string, data: T) => ({ file: name, text: '', data });
  return {
    scenarios: [
      {
        folder: scenario.id,
        scenario: file(OWN_CASE, scenario),
        lines: file(OWN_CASE, { lines: [...lines] }),
        questions: undefined,
      },
    ],
    personas: personas.filter(({ id }) => id === scenario.persona).map((persona) => file(persona.id, persona)),
    anyone: file('anyone', { lines: [...anyone] }),
    tips: [],
    toolbox: [],
    messages: [],
    moves: undefined,
    sources: undefined,
    weights: undefined,
    commands: undefined,
    names: undefined,
    languages: [],
    danger: [],
    refused: new Set(),
  };
}
