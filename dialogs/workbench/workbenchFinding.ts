/** Something about how a scenario plays that its author should look at. */
export interface WorkbenchFinding {
  /** Id of the rule: hyphenated. */
  readonly rule: string;
  readonly scenario: string;
  /** The thing it is about, to find its place in the files. */
  readonly about: { readonly kind: 'scenario' | 'concern' | 'fact' | 'line'; readonly id: string };
  /** What was seen, and why it matters. */
  readonly why: string;
  /** What to do about it. */
  readonly fix: string;
}
