import type { ContentCheck } from '../../../content/checks/contentCheck.ts';
import type { ContentDraft } from '../contentDraft.ts';

/** Content that breaks one check, and where the problem must be found. */
export interface BrokenExample {
  readonly check: ContentCheck;
  /** States what the check refuses. */
  readonly title: string;
  readonly broken: (draft: ContentDraft) => ContentDraft;
  readonly file: string;
  readonly at: string;
}
