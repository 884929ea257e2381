import { ContentError, describeProblem } from '../../content/contentError.ts';
import type { Content } from '../../content/schema/content.ts';
import { type Finding, good, WHO, wrong } from './finding.ts';

/** Whether the scenarios, tips and texts can be read. */
export function lookAtContent(load: () => Content): Finding {
  try {
    const { scenarios, tips, toolbox } = load();
    return good(`The content loads: ${scenarios.length} scenarios, ${tips.length} tips, ${toolbox.length} tools.`);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    const { problems } = error;
    const first = problems[0] ? describeProblem(problems[0]) : '';
    return wrong(
      `The content cannot be read; problems: ${problems.length}. The first: ${first}`,
      WHO.content,
      'run "npm run content:check", which lists them all; if nobody changed a text, install the same version again.',
    );
  }
}
