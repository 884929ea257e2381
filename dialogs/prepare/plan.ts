import type { TipId } from '../../content/schema/move.ts';
import type { ToolAnswers } from '../toolbox/toolAnswers.ts';

/** One of the teacher's own sentences in the plan: a tip and what the teacher wants to say. */
export interface PlannedSentence {
  readonly tip: TipId;
  readonly sentence: string;
}

/** When the talk is, on the clock in the Netherlands. */
export interface Meeting {
  /** `2026-11-26T15:30`; a day alone, `2026-11-26`, when the time is not known. */
  readonly start: string;
}

/** Something the teacher wants to agree on, or has thought of promising. */
export interface PlannedAgreement {
  /** The line as the teacher wrote it: who does what, and when. */
  readonly words: string;
  /** Whose it is, when the words say so. */
  readonly who?: 'school' | 'parent' | 'both';
  /** The day that is named in it, `2026-12-03`, or with a time, `2026-12-03T16:00`; on the clock in the Netherlands. */
  readonly due?: string;
}

/**
 * A teacher's plan for one talk, from the first answer on; it is kept after every step. Plain JSON.
 *
 * `answers` holds what was answered by the id of its step in `content/prepare/prepare.yaml`, in the teacher's own words;
 * what is skipped is not there. The rest is what was understood of them.
 */
export interface Plan {
  readonly version: 1;
  readonly id: string;
  /** When the first answer was asked, and when something changed last; ISO 8601. */
  readonly madeAt: string;
  readonly changedAt: string;
  /** When its page was made last, ISO 8601; null as long as there was none. */
  readonly finishedAt: string | null;
  /** Id of the step that is asked now. */
  readonly at: string;
  readonly answers: ToolAnswers;
  /** In the order of the tips, one for each at most. */
  readonly sentences: readonly PlannedSentence[];
  readonly meeting: Meeting | null;
  readonly agreements: readonly PlannedAgreement[];
}

/** What the child is called in this plan: a nickname; null when none was chosen. */
export function nicknameIn({ answers }: Plan): string | null {
  return answers['nickname']?.words ?? null;
}
