import type { ContentFiles } from '../contentFiles.ts';
import type { Path } from '../lineFinder.ts';
import type { WorkbenchFiles } from '../workbenchFiles.ts';

/** One place that breaks a check. */
export interface Finding {
  /** The file it is in: `file` is shown, its text is used to find the line. */
  readonly in: { readonly file: string; readonly text: string };
  readonly at: Path;
  /** From 1; only where no path leads, in a file of plain lines. */
  readonly line?: number;
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** What to do, as a sentence that follows "Fix:". */
  readonly fix: string;
}

/** A rule that no schema can express. One rule per file in this folder. */
export interface ContentCheck {
  /** Hyphenated; the file has the same name in camelCase. */
  readonly id: string;
  /** What a teacher would meet if the rule were broken. */
  readonly why: string;
  /** Finds every place that breaks the rule. Pure. */
  readonly run: (files: ContentFiles, workbench: WorkbenchFiles) => readonly Finding[];
}
