import type { Locale } from '../../../content/schema/locale.ts';
import type { Learning } from '../ablations.ts';
import type { Baseline } from '../baselines/runBaselines.ts';
import type { MoveScore } from '../scoreMoves.ts';

/** Something to learn in one language, and to score on all of its sets. */
export type Job = { readonly locale: Locale } & (
  | { readonly kind: 'learning'; readonly learning: Learning }
  | { readonly kind: 'baseline'; readonly baseline: Baseline }
  /** Everything, and the corrections in this file. */
  | { readonly kind: 'corrected'; readonly file: string }
);

/** What came of it. */
export interface JobResult {
  readonly job: Job;
  readonly scores: Readonly<Record<string, MoveScore>>;
  readonly seconds: number;
}
