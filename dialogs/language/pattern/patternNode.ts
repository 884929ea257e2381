/** Part of a pattern. A terminal is the number of a set of words that can stand in one place. */
export type PatternNode =
  | { readonly type: 'word'; readonly terminal: number }
  | { readonly type: 'not'; readonly terminal: number }
  | { readonly type: 'gap'; readonly most: number }
  | { readonly type: 'start' }
  | { readonly type: 'end' }
  | { readonly type: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly type: 'any'; readonly of: readonly PatternNode[] }
  | { readonly type: 'optional'; readonly part: PatternNode };

/** A pattern as its author wrote it, read but not yet resolved. */
export type PatternSyntax =
  | { readonly type: 'word'; readonly word: string; readonly match: 'any-form' | 'exact' | 'prefix' }
  | { readonly type: 'list'; readonly name: string }
  | { readonly type: 'not'; readonly part: PatternSyntax }
  | { readonly type: 'gap'; readonly most: number }
  | { readonly type: 'start' }
  | { readonly type: 'end' }
  | { readonly type: 'sequence'; readonly parts: readonly PatternSyntax[] }
  | { readonly type: 'any'; readonly of: readonly PatternSyntax[] }
  | { readonly type: 'optional'; readonly part: PatternSyntax };

/** Thrown when a pattern cannot be read: its author must mend it. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
  readonly pattern: string;
  readonly problem: string;

  constructor(pattern: string, problem: string) {
    super(`pattern "${pattern}": ${problem}`);
    this.pattern = pattern;
    this.problem = problem;
  }
}
