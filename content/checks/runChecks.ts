import { type ContentProblem, describeProblem } from '../contentError.ts';
import type { ContentFiles } from '../contentFiles.ts';
import { lineFinder } from '../lineFinder.ts';
import { noWorkbench, type WorkbenchFiles } from '../workbenchFiles.ts';
import type { ContentCheck } from './contentCheck.ts';

/** Runs these checks over what could be read; a problem says what, why it matters, and the line. */
export function runChecks(
  files: ContentFiles,
  checks: readonly ContentCheck[],
  workbench: WorkbenchFiles = noWorkbench,
): readonly ContentProblem[] {
  const finders = new Map<string, ReturnType<typeof lineFinder>>();

  function lineOf({ file, text }: { readonly file: string; readonly text: string }) {
    const finder = finders.get(file) ?? lineFinder(text);
    finders.set(file, finder);
    return finder;
  }

  const problems = checks.flatMap((check) =>
    check.run(files, workbench).map((finding) => ({
      file: finding.in.file,
      line: finding.line ?? lineOf(finding.in)(finding.at),
      at: finding.at.join('.'),
      why: `${finding.message} ${check.why}`,
      fix: finding.fix,
    })),
  );
  return onceEach(problems);
}

/** A persona is looked at once per scenario; what is wrong with it is said once. */
function onceEach(problems: readonly ContentProblem[]): readonly ContentProblem[] {
  return [...new Map(problems.map((problem) => [describeProblem(problem), problem])).values()];
}
