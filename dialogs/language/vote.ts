import type { Move } from '../../content/schema/move.ts';
import type { Sign } from '../../content/schema/sign.ts';
import type { Analysis } from './analysis.ts';

/** One voice for one move: words `from` up to, not including, `to`. */
export interface Vote {
  readonly move: Move;
  readonly from: number;
  readonly to: number;
  /** 0 to 1; votes for one move in one place add up. */
  readonly strength: number;
  /** Why, in the language of the sentence. */
  readonly because: string;
  /** Which rule found it; none: a cue did. */
  readonly rule?: 'agreement';
  /** What else these words show. */
  readonly sign?: Sign;
  /** It names nothing of what the parent said or feels. */
  readonly bare: boolean;
}

/** Finds votes in an utterance. Voters know nothing of each other. */
export type Voter = (analysis: Analysis) => readonly Vote[];

/** Takes away, or adds, in the light of all votes. The order of refinements is the order in which they are run. */
export type Refinement = (votes: readonly Vote[], analysis: Analysis) => readonly Vote[];
