/** An answer in a walk: what the teacher typed or pressed. */
export interface ToolAnswer {
  /** As the teacher sees it: own words, or the label of the choice in the language of that moment. */
  readonly words: string;
  /** Id of the choice in the content, when it is one. */
  readonly choice?: string;
  /** When it was given, ISO 8601: a day named without a year is counted from here. */
  readonly at?: string;
}

/** Answers by the id of their step; a step that was skipped has none. */
export type ToolAnswers = Readonly<Record<string, ToolAnswer>>;

/** How far a tool got; kept between turns and after `stop`. Plain JSON. */
export interface ToolProgress {
  /** Id of the step that is asked now. */
  readonly at: string;
  readonly answers: ToolAnswers;
}
