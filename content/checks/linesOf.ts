import type { ContentFiles, ScenarioFiles } from '../contentFiles.ts';
import type { Path } from '../lineFinder.ts';
import type { Line } from '../schema/line.ts';

/** A line of a parent, and where it stands. */
export interface PlacedLine {
  readonly in: { readonly file: string; readonly text: string };
  readonly at: Path;
  readonly line: Line;
}

/** The lines of one file, of a scenario or of a persona. */
export function placedLines(content: {
  readonly file: string;
  readonly text: string;
  readonly data: { readonly lines: readonly Line[] };
}): readonly PlacedLine[] {
  return content.data.lines.map((line, index) => ({ in: content, at: ['lines', index], line }));
}

/** What the parent of one scenario can say: the scenario's own lines, those of its persona, and those of anyone. */
export function linesInTalk(files: ContentFiles, { scenario, lines }: ScenarioFiles): readonly PlacedLine[] {
  const persona = files.personas.find(({ data }) => data.id === scenario.data.persona);
  return [lines, persona, files.anyone].filter((file) => file !== undefined).flatMap(placedLines);
}

/** Every line of every scenario and persona and of anyone, once. */
export function allLines(files: ContentFiles): readonly PlacedLine[] {
  const anyone = files.anyone === undefined ? [] : [files.anyone];
  return [...files.scenarios.map(({ lines }) => lines), ...files.personas, ...anyone].flatMap(placedLines);
}
