import type { Locale } from '../../content/schema/locale.ts';
import type { Move, TipId } from '../../content/schema/move.ts';
import type { Difficulty, EndReason, Phase, Variable } from '../../content/schema/state.ts';
import type { Delta, Trigger } from '../../content/schema/weight.ts';
import type { Reading } from './reading.ts';

/** The state of the simulated parent. Every variable is a whole number from 0 to 100. */
export interface ParentState extends Readonly<Record<Variable, number>> {
  /** Concerns that the teacher has drawn out and acknowledged, in that order. */
  readonly heard: readonly string[];
  /** Concerns that have come up, heard or not, in that order. */
  readonly raised: readonly string[];
  /** Facts that the parent has told. */
  readonly told: readonly string[];
  readonly promises: readonly PromiseMade[];
  readonly phase: Phase;
}

/** Something the teacher promised. */
export interface PromiseMade {
  readonly turn: number;
  readonly quote: string;
  /** `own`: the teacher can keep it. `beyond`: nobody controls it, and it comes back. */
  readonly reach: 'own' | 'beyond';
  /** A promise beyond own influence came back on the teacher. */
  readonly cameBack: boolean;
  /** The teacher honestly took back a promise beyond own influence. */
  readonly takenBack?: boolean;
}

/**
 * One change of state and why. The start plus the sum of all deltas is the state: deltas are what really
 * changed, after bounds.
 */
export interface LedgerLine {
  /** The teacher's own words; empty when nothing that was said caused the change. */
  readonly quote: string;
  readonly move: Move | null;
  readonly tip: TipId | null;
  readonly trigger: Trigger | 'before-the-talk';
  readonly delta: Delta;
  /** Concern that this line made heard. */
  readonly heard: string | null;
  readonly because: string;
  /** Id in `content/sources.yaml`. */
  readonly source: string;
  /** Id of the weight; or `decay`, `difficulty-…`, `carry`, `follow-up-…`. */
  readonly weight: string;
}

/** One exchange: what the teacher said, what it did, what the parent answered. */
export interface Turn {
  /** From 1. */
  readonly number: number;
  readonly reading: Reading;
  readonly ledger: readonly LedgerLine[];
  /** The state after the turn. */
  readonly state: ParentState;
  readonly reply: Reply;
  /** Seconds on the clock when the teacher had spoken; null in a talk without a clock. */
  readonly seconds: number | null;
}

/** What one of several voices says: the name as it is shown, and the words. */
export interface SpokenPart {
  /** Id of the voice. */
  readonly voice: string;
  readonly name: string;
  readonly text: string;
}

/** What the parent says, sees done and thinks. */
export interface Reply {
  /** With several voices one line per part, each after the name of who speaks. */
  readonly text: string;
  /** Who says what, in order; left out when the parent is alone. */
  readonly parts?: readonly SpokenPart[];
  /** The inner line, shown only on request. */
  readonly thought: string;
  /** Ids of the lines it was made from; none of them is said again in this talk. */
  readonly lines: readonly string[];
}

/** The teacher's own words in one turn. */
export interface Evidence {
  readonly turn: number;
  readonly quote: string;
}

/** What was tried before the talk was taken back. */
export interface Try {
  /** The talk was taken back to just after this turn; 0 is the parent's opening. */
  readonly from: number;
  /** The value just after turn `from`, then one per turn that was tried; so one longer than `quotes`. */
  readonly curve: readonly { readonly tension: number; readonly trust: number }[];
  /** The teacher's words per turn that was tried, from turn `from + 1` on. */
  readonly quotes: readonly Evidence[];
  /** How that try had ended; null when it was still going on. */
  readonly ended: EndReason | null;
}

/** What is left of an earlier talk with this parent, some weeks later. */
export interface Before {
  readonly ended: EndReason;
  readonly tension: number;
  readonly trust: number;
  readonly heard: readonly string[];
  /** The teacher's words for what nobody can promise. */
  readonly promisedBeyond: readonly string[];
  /** The teacher's words for what was agreed, contact aside. */
  readonly agreed: readonly string[];
  /** The teacher's words that offered contact, or null. */
  readonly contact: string | null;
}

/** With what a rehearsal begins; the same beginning and events give the same talk. */
export interface Begin {
  /** A whole number. */
  readonly seed: number;
  readonly locale: Locale;
  /** Default `normal`. */
  readonly difficulty?: Difficulty;
  /** An earlier talk with this parent, when this is the next one. */
  readonly before?: Before | null;
  /** Length of the timed form; default no clock. */
  readonly minutes?: number | null;
}

/** Where one rehearsal stands. Plain JSON, so that conversation state can hold it as it is. */
export interface Rehearsal {
  readonly version: 2;
  readonly phase: 'talking' | 'ended';
  readonly scenario: string;
  /** The content revision it is pinned to. */
  readonly revision: string;
  readonly locale: Locale;
  /** A whole number; the same seed, revision and utterances give the same talk, byte for byte. */
  readonly seed: number;
  readonly agenda: string;
  readonly difficulty: Difficulty;
  /** The earlier talk with this parent that this one comes after; null for a first talk. */
  readonly before: Before | null;
  /** Length of the talk in minutes; null for a talk without a clock. */
  readonly minutes: number | null;
  /** What was different at the start than this parent usually is: the usual start plus these deltas is `start`. */
  readonly prologue: readonly LedgerLine[];
  readonly start: ParentState;
  readonly opening: Reply;
  readonly turns: readonly Turn[];
  /** Earlier tries that were taken back, the oldest first; at most five. */
  readonly tries: readonly Try[];
  /** Set once the phase is `ended`. */
  readonly ended: EndReason | null;
}

/** What can happen to a rehearsal. */
export type RehearsalEvent =
  /** `seconds` on the clock, pauses not counted; only in a timed talk. */
  | { readonly type: 'teacher-spoke'; readonly reading: Reading; readonly seconds?: number }
  | { readonly type: 'teacher-stopped' }
  /** Back to just after turn `to` (0: just after the opening). */
  | { readonly type: 'teacher-rewound'; readonly to: number };

/** What the caller must now do; the engine itself sends and stores nothing. */
export type Effect =
  | { readonly type: 'parent-says'; readonly text: string; readonly turn: number }
  | { readonly type: 'ledger'; readonly turn: number; readonly lines: readonly LedgerLine[] }
  | { readonly type: 'open-debrief'; readonly reason: EndReason };
