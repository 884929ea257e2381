import type { ToolboxEntry } from '../../content/schema/toolbox.ts';
import type { ToolStep, ToolWalk } from '../../content/schema/toolWalk.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { Keepsake } from '../keepsakes/keepsake.ts';

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

/** What the code of a tool can reach when it has to say or make something. */
export interface ToolTurn {
  readonly turn: DialogTurn;
  readonly entry: ToolboxEntry;
  readonly walk: ToolWalk;
  readonly answers: ToolAnswers;
}

/**
 * What a tool does beside the walk that its content writes (`walk` in `content/toolbox/<id>.yaml`). To add one: write
 * the walk, make a file here that exports a `Tool`, and name it in `tools.ts`.
 */
export interface Tool {
  readonly id: string;
  /** Ids of the steps in the order in which they are asked, given the answers so far. Without it: all, as written. */
  readonly route?: (answers: ToolAnswers) => readonly string[];
  /** Said after an answer, before the next question, in Markdown. Without it: the `reply` of the choice, if any. */
  readonly reply?: (now: ToolTurn, step: ToolStep) => string | undefined;
  /** What is kept at the end. Answers may be missing. */
  readonly keepsake: (now: ToolTurn) => Keepsake;
}
