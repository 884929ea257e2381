import type { PrepareFiles } from '../contentFiles.ts';
import { OWN_CASE, ownScenario } from '../ownCase/ownScenario.ts';
import { filesOf, ownScenarioChecks } from '../ownCase/ownScenarioProblems.ts';
import { CASE_KINDS } from '../schema/ownCase.ts';
import { PERSONA_TYPES, type PersonaType } from '../schema/state.ts';
import type { ContentCheck, Finding } from './contentCheck.ts';
import { languagesDiffer } from './languagesDiffer.ts';
import { textsAreReadable } from './textsAreReadable.ts';

/** Of every kind of case and every kind of parent a scenario can be made that the checks of scenarios accept. */
export const ownCasesCanBePlayed: ContentCheck = {
  id: 'own-cases-can-be-played',
  why: 'A teacher could not rehearse the own talk.',
  run: ({ prepare, personas, anyone }, workbench) => {
    if (!prepare || !anyone) return [];
    const missing = CASE_KINDS.filter((kind) => prepare.kinds.every(({ data }) => data.id !== kind)).map((kind) => ({
      in: prepare.any,
      at: [],
      message: `There is no own case for "${kind}".`,
      fix: `add prepare/own-cases/${kind}.yaml.`,
    }));
    const parts = { personas: personas.map(({ data }) => data), anyone: anyone.data.lines };
    const found = prepare.kinds.flatMap((kind) =>
      PERSONA_TYPES.flatMap((parent) => {
        const files = filesOf(scenarioFor(prepare, kind, parent), parts);
        return [...ownScenarioChecks, languagesDiffer, textsAreReadable]
          .flatMap((check) => check.run(files, workbench))
          .filter((finding) => finding.in.file === OWN_CASE)
          .map((finding) => inOwnCase(finding, kind));
      }),
    );
    return [...missing, ...found];
  },
};

function scenarioFor({ any, kinds }: PrepareFiles, kind: PrepareFiles['kinds'][number], parent: PersonaType) {
  const answers = { kind: kind.data.id, parent, nickname: null, what: null, goal: null, about: [] };
  return ownScenario(
    any.data,
    kinds.map(({ data }) => data),
    answers,
    'nl',
  );
}

/** The place is in no file: what is wrong names the line or concern itself. */
function inOwnCase({ message, fix }: Finding, kind: Finding['in']): Finding {
  return { in: kind, at: ['id'], message, fix };
}
