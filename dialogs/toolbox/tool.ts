import type { ToolboxEntry } from '../../content/schema/toolbox.ts';
import type { ToolStep, ToolWalk } from '../../content/schema/toolWalk.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { Keepsake } from '../keepsakes/keepsake.ts';
import type { ToolAnswers } from './toolAnswers.ts';

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
  /** Of use on paper before anything is filled in, as a planner is. */
  readonly isUsefulBlank?: true;
  /** What is kept at the end. Answers may be missing. */
  readonly keepsake: (now: ToolTurn) => Keepsake;
}
