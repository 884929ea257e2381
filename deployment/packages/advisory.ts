/** How bad a weakness is. */
export const SEVERITIES = ['critical', 'high', 'moderate', 'low'] as const;

/** See `SEVERITIES`. */
export type Severity = (typeof SEVERITIES)[number];

/** One known weakness of one package. */
export interface Advisory {
  /** As its source names it: `GHSA-…`, `CVE-…`. */
  readonly id: string;
  /** What others call it. */
  readonly aliases: readonly string[];
  readonly package: string;
  readonly severity: Severity;
  /** When it became known, ISO 8601; null when its source does not say. */
  readonly published: string | null;
  /** Versions that have it, as npm writes ranges. */
  readonly affected: string;
  /** Where to read about it. */
  readonly url: string;
}
