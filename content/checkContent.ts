import { checkFileKinds } from './checkFileKinds.ts';
import { allChecks } from './checks/allChecks.ts';
import { runChecks } from './checks/runChecks.ts';
import type { ContentProblem } from './contentError.ts';
import { type ContentFiles, readContentFiles } from './contentFiles.ts';
import { readWorkbenchFiles, type WorkbenchFiles } from './workbenchFiles.ts';

/** All that an author's check could read, and everything wrong with it, in the order of files and lines. */
export interface CheckedContent {
  readonly files: ContentFiles;
  readonly workbench: WorkbenchFiles;
  readonly problems: readonly ContentProblem[];
}

/** Reads all content below `root` and runs every check that looks at the files alone. */
export function checkContent(root: string): CheckedContent {
  const { files, problems } = readContentFiles(root);
  const { files: workbench, problems: ofWorkbench } = readWorkbenchFiles(root);
  const all = [...problems, ...ofWorkbench, ...checkFileKinds(root), ...runChecks(files, allChecks, workbench)];
  return { files, workbench, problems: all.sort(byPlace) };
}

function byPlace(a: ContentProblem, b: ContentProblem): number {
  return a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0);
}
