import type { Locale } from '../../content/schema/locale.ts';
import type { Calibration } from './calibration.ts';
import type { Confusion } from './confusions.ts';
import type { CoderAgreement } from './kappa.ts';
import type { Readiness, Times } from './measureSpeed.ts';
import type { MoveScore } from './scoreMoves.ts';

/** One row of figures: a set, or a set with something done to it or left out. */
export interface ReportRow {
  readonly locale: Locale;
  readonly set: string;
  /** What was done to it; empty: nothing. */
  readonly variant: string;
  readonly score: MoveScore;
}

/** What is known of one language beside its rows. */
export interface LocaleReport {
  readonly calibration: Calibration;
  readonly confusions: readonly Confusion[];
  readonly times: Readonly<Record<string, Times>>;
}

/** All that one run found out. What `--quick` leaves out is empty. */
export interface Report {
  readonly at: string;
  readonly node: string;
  readonly learnedFrom: Readonly<Record<Locale, string>>;
  readonly main: readonly ReportRow[];
  readonly noise: readonly ReportRow[];
  readonly ablation: readonly ReportRow[];
  readonly learning: readonly ReportRow[];
  readonly baselines: readonly ReportRow[];
  readonly corrected: readonly ReportRow[];
  readonly languages: Readonly<Record<Locale, LocaleReport>>;
  readonly readiness: Readiness | null;
  readonly coders: readonly CodedSet[];
}

/** A set that was labelled twice. */
export interface CodedSet {
  readonly locale: Locale;
  readonly set: string;
  readonly agreement: CoderAgreement;
}
