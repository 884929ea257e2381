import type { TipId } from '../../content/schema/move.ts';
import type { EndReason, Variable } from '../../content/schema/state.ts';
import type { Evidence, LedgerLine, Try } from './rehearsal.ts';

/** How one tip came back in the talk. */
export interface TipReport {
  readonly tip: TipId;
  readonly verdict: 'shown' | 'missed' | 'against' | 'mixed' | 'not-needed';
  readonly shown: readonly Evidence[];
  readonly against: readonly Evidence[];
  /** For `missed`: the turn at which it would have helped. */
  readonly missedAt: number | null;
}

/** Figures about the talk: instruments, never marks. A ratio without a denominator is null. */
export interface Instruments {
  readonly turns: number;
  readonly reflections: number;
  readonly questions: number;
  readonly openQuestions: number;
  /** Reflections per question (AnnoMI: good talks 1.00, poor talks 0.27). */
  readonly reflectionsPerQuestion: number | null;
  /** The teacher's share of all words, 0 to 1. */
  readonly shareOfWords: number;
  readonly adviceBeforeAcknowledging: number;
  readonly promisesWithin: number;
  readonly promisesBeyond: number;
}

/** What the teacher gets back, as data; wording is in `dialogs/rehearse/`. */
export interface Debrief {
  readonly ended: EndReason;
  readonly good: boolean;
  readonly tips: readonly TipReport[];
  /** What made this parent start otherwise than usual: a level of difficulty, or an earlier talk. */
  readonly prologue: readonly LedgerLine[];
  /** Every ledger line of the talk with its turn, in order. */
  readonly ledger: readonly (LedgerLine & { readonly turn: number })[];
  /** The turn with the greatest change of tension, up or down; null without turns. */
  readonly turningPoint: { readonly turn: number; readonly quote: string; readonly tension: number } | null;
  readonly instruments: Instruments;
  /** Ids of concerns that were never heard, the decisive one first. */
  readonly neverHeard: readonly string[];
  /** Id of the agenda: what it was really about. */
  readonly agenda: string;
  readonly strength: { readonly tip: TipId; readonly turn: number; readonly quote: string } | null;
  /** The moment to try again, and the tip that would have helped there. */
  readonly nextStep: { readonly tip: TipId; readonly turn: number; readonly quote: string };
  /** One value per turn, the start first. */
  readonly curve: readonly Readonly<Record<Variable, number>>[];
  /** Earlier tries that were taken back, the oldest first; at most five. */
  readonly tries: readonly Try[];
}
