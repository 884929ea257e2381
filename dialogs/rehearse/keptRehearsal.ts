import type { Localized } from '../../content/schema/locale.ts';
import type { TipId } from '../../content/schema/move.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import type { Difficulty, EndReason } from '../../content/schema/state.ts';
import type { Debrief, TipReport } from '../engine/debrief.ts';
import type { Rehearsal } from '../engine/rehearsal.ts';

/** What a list of rehearsals shows of one. Plain JSON, kept as it was when the talk ended. */
export interface RehearsalSummary {
  readonly version: 1;
  readonly title: Localized;
  readonly ended: EndReason;
  /** An agreement to build on, or a next talk. */
  readonly good: boolean;
  readonly difficulty: Difficulty;
  /** The next talk with a parent who had been spoken to before. */
  readonly isFollowUp: boolean;
  readonly turns: number;
  /** Tension and trust, 0 to 100: just after the opening, then after each turn. */
  readonly curve: readonly (readonly [tension: number, trust: number])[];
  /** How each tip came back, in the order of the tips. */
  readonly tips: readonly { readonly tip: TipId; readonly verdict: TipReport['verdict'] }[];
  readonly tryNext: TipId;
}

/** A finished talk as its teacher can look back on it. Plain JSON. */
export interface KeptRehearsal {
  readonly summary: RehearsalSummary;
  readonly rehearsal: Rehearsal;
  /** What the teacher said before the debrief about how it went; null when nothing was. */
  readonly estimate: string | null;
}

/** What is kept of a talk that ended; null when nothing was said in it. */
export function keptRehearsal(
  scenario: Scenario,
  rehearsal: Rehearsal,
  report: Debrief,
  estimate: string | null = null,
): KeptRehearsal | null {
  const { turns, difficulty, before } = rehearsal;
  if (turns.length === 0) return null;
  const summary: RehearsalSummary = {
    version: 1,
    title: scenario.title,
    ended: report.ended,
    good: report.good,
    difficulty,
    isFollowUp: before !== null,
    turns: turns.length,
    curve: report.curve.map(({ tension, trust }) => [tension, trust]),
    tips: report.tips.map(({ tip, verdict }) => ({ tip, verdict })),
    tryNext: report.nextStep.tip,
  };
  return { summary, rehearsal, estimate };
}

/** Everything in it that a teacher might look for: the title, what was said on both sides, the own estimate. */
export function wordsIn({ summary, rehearsal, estimate }: KeptRehearsal): string {
  const { title } = summary;
  const said = rehearsal.turns.flatMap(({ reading, reply }) => [reading.utterance, reply.text]);
  return [title.nl, title.en, rehearsal.opening.text, ...said, estimate ?? ''].join('\n');
}
