import type { ContentProblem } from '../../../content/contentError.ts';
import type { ContentFiles } from '../../../content/contentFiles.ts';
import { lineFinder, type Path } from '../../../content/lineFinder.ts';
import type { WorkbenchFinding } from '../../../dialogs/workbench/workbenchFinding.ts';
import { ownCaseFile } from './ownTrials.ts';

interface Place {
  readonly file: string;
  readonly text: string;
  readonly at: Path;
}

/** A finding of the workbench with the file and line of what it is about. */
export function placeOf(finding: WorkbenchFinding, files: ContentFiles): ContentProblem {
  const { why, fix } = finding;
  const place = findPlace(finding, files);
  const file = ownCaseFile(finding.scenario) ?? `scenarios/${finding.scenario}`;
  if (place === undefined) return { file, line: null, at: '', why, fix };
  return { file: place.file, line: lineFinder(place.text)(place.at), at: place.at.join('.'), why, fix };
}

function findPlace({ scenario: id, about }: WorkbenchFinding, files: ContentFiles): Place | undefined {
  const scenario = files.scenarios.find(({ folder }) => folder === id);
  if (scenario === undefined) return undefined;
  const { data } = scenario.scenario;
  switch (about.kind) {
    case 'concern':
      return { ...scenario.scenario, at: ['concerns', data.concerns.findIndex((one) => one.id === about.id)] };
    case 'fact':
      return { ...scenario.scenario, at: ['facts', data.facts.findIndex((one) => one.id === about.id)] };
    case 'line':
      return placeOfLine(about.id, [scenario.lines, ...files.personas.filter((one) => one.data.id === data.persona)]);
    default:
      return { ...scenario.scenario, at: ['id'] };
  }
}

function placeOfLine(
  id: string,
  candidates: readonly {
    readonly file: string;
    readonly text: string;
    readonly data: { readonly lines: readonly { readonly id: string }[] };
  }[],
): Place | undefined {
  const found = candidates.find(({ data }) => data.lines.some((line) => line.id === id));
  return found && { ...found, at: ['lines', found.data.lines.findIndex((line) => line.id === id)] };
}
