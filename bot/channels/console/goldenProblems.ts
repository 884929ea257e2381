import type { ContentProblem } from '../../../content/contentError.ts';
import { lineFinder } from '../../../content/lineFinder.ts';
import type { Scenario } from '../../../content/schema/scenario.ts';
import type { GoldenTalk } from '../../../content/workbenchFiles.ts';
import type { Reader } from '../../../dialogs/ports.ts';
import { playGoldenTalk } from '../../../dialogs/workbench/playGoldenTalk.ts';

/** Plays the golden talks of these scenarios; what goes otherwise than their authors expect is a problem, with its line. */
export function goldenProblems(
  scenarios: readonly Scenario[],
  goldenTalks: readonly GoldenTalk[],
  reader: Reader,
): readonly ContentProblem[] {
  return goldenTalks.flatMap(({ file, text, data, scenario: folder }) => {
    const scenario = scenarios.find(({ id }) => id === folder);
    if (scenario === undefined) return [];
    return playGoldenTalk(scenario, data, reader).map(({ sentence, what }) => {
      const at = sentence === null ? ['outcome'] : ['talk', sentence];
      const why = `The golden talk goes otherwise: ${what}. It is there to notice just that.`;
      const fix = 'say it more plainly, or expect what rightly happens now.';
      return { file, line: lineFinder(text)(at), at: at.join('.'), why, fix };
    });
  });
}
