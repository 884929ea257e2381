/** One thing that a content author has to fix, and where. */
export interface ContentProblem {
  /** Relative to the content folder, with forward slashes. */
  readonly file: string;
  /** From 1; null when the problem is not on a line (a missing file, a wrong encoding). */
  readonly line: number | null;
  /** Path inside the file, as in `lines.12.say.nl`; empty for the file as a whole. */
  readonly at: string;
  /** What is wrong, and why it matters. */
  readonly why: string;
  /** What to do about it. */
  readonly fix: string;
}

/** Thrown when content cannot be trusted; lists every problem at once, in the order of files and lines. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly problems: readonly ContentProblem[];

  constructor(problems: readonly ContentProblem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.problems = problems;
  }
}

/** One line for a terminal: `tips/be-reachable.yaml:12 (say.3.text.en): why. Fix: how`. */
export function describeProblem({ file, line, at, why, fix }: ContentProblem): string {
  const place = line === null ? file : `${file}:${line}`;
  return `${place}${at === '' ? '' : ` (${at})`}: ${why} Fix: ${fix}`;
}
