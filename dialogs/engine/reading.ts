import type { Lean, QuestionTopic, Statement } from '../../content/schema/hearing.ts';
import type { Locale } from '../../content/schema/locale.ts';
import type { Move } from '../../content/schema/move.ts';
import type { Sign } from '../../content/schema/sign.ts';
import type { UtteranceKind } from '../../content/schema/state.ts';

/** One move found in an utterance. `utterance.slice(start, end)` is the evidence, in UTF-16 units. */
export interface RecognizedMove {
  readonly move: Move;
  /** 0 to 1. */
  readonly confidence: number;
  readonly start: number;
  readonly end: number;
  /** Why, for a reader: the cue or the pattern that decided. */
  readonly because: string;
  /** What else the words of the move show; left out when nothing. */
  readonly signs?: readonly Sign[];
}

/**
 * What the language side makes of one utterance: all that the engine ever knows about the teacher's words.
 * Plain JSON; a rehearsal keeps it, so that a replay does not depend on the recognizer of the day.
 */
export interface Reading {
  /** The teacher's own words, trimmed, at most 4,000 characters. */
  readonly utterance: string;
  readonly locale: Locale;
  readonly kind: UtteranceKind;
  /** The words may hold a move to avoid, but not for certain; left out when not. */
  readonly doubted?: boolean;
  /** And that is nearly as likely as not; left out when not. */
  readonly likelyHurts?: boolean;
  /** In order of their place in the utterance. */
  readonly moves: readonly RecognizedMove[];
  /** Ids of the concerns that the words touch, best first. */
  readonly concerns: readonly string[];
  /** Ids of the facts that a question is about, best first; empty without a question. */
  readonly facts: readonly string[];
  /** Ids of other facts that come closest to a question, best first; left out where that is not known. */
  readonly near?: readonly string[];
  /** Ids of the voices that the teacher turns to; left out when there are none to tell apart. */
  readonly addressed?: readonly string[];
  /** The teacher names a feeling of the parent or the child. */
  readonly namesFeeling: boolean;
  /** Understanding is shown in words that say more than any word of understanding would; left out when not. */
  readonly ownWords?: boolean;
  /** There is a question or an invitation to tell, with or without a question mark. */
  readonly asks: boolean;
  /** A question is about something in particular; left out when not. */
  readonly inParticular?: boolean;
  /** What the question is about, apart from the facts; null when that is not known, or nothing is asked. */
  readonly topic: QuestionTopic | null;
  /** What plain words are about; left out where something is asked, or it is no talk. */
  readonly statement?: Statement;
  /** To which side plain words lean; left out when to neither, or where a move was made. */
  readonly lean?: Lean;
  /** What the words show beside their moves. */
  readonly signs: readonly Sign[];
  /** Number of words. */
  readonly words: number;
}
