import type { Scenario } from '../../../content/schema/scenario.ts';
import type { Evidence } from '../evidence.ts';
import type { PlayedTalk } from '../playTeachers.ts';
import type { WorkbenchFinding } from '../workbenchFinding.ts';

/** All that was tried in one scenario. */
export interface Tried {
  readonly scenario: Scenario;
  /** From all talks and turns, in both languages. */
  readonly evidence: Evidence;
  /** The talks of the simulated teachers. */
  readonly talks: readonly PlayedTalk[];
  /** For each helping move: talks that do nothing else, and whether one ended well. */
  readonly oneTricks: readonly OneTrick[];
  /** A talk that takes what scores best every turn: how it stands, and whether it ended well. */
  readonly greedy: { readonly standing: number; readonly good: boolean };
}

/** What a talk of a single move came to. */
export interface OneTrick {
  readonly move: string;
  readonly standing: number;
  readonly good: boolean;
}

/** A fault in how a scenario plays that its files do not show. One per file in this folder. */
export interface Smell {
  /** Hyphenated; the file has the same name in camelCase. */
  readonly id: string;
  /** What it would teach, or spoil. */
  readonly why: string;
  readonly find: (tried: Tried) => readonly Omit<WorkbenchFinding, 'rule' | 'scenario'>[];
}
