import type { ContentCheck } from '../../../content/checks/contentCheck.ts';
import type { ContentDraft } from '../contentDraft.ts';
import type { WorkbenchDraft } from '../workbenchDraft.ts';

/** Content that breaks one check, and where the problem must be found. */
export interface BrokenExample {
  readonly check: ContentCheck;
  /** States what the check refuses. */
  readonly title: string;
  readonly broken: (draft: ContentDraft) => ContentDraft;
  /** Changes what only the author's check reads; default: nothing. */
  readonly workbench?: (draft: WorkbenchDraft) => WorkbenchDraft;
  readonly file: string;
  readonly at: string;
}
