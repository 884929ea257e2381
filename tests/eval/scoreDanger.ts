import type { DangerExample } from '../../content/readDangerExamples.ts';
import type { DangerDetector } from '../../dialogs/language/danger/createDangerDetector.ts';

/** How well danger is told from what only looks like it. Shares from 0 to 1. */
export interface DangerScore {
  readonly dangers: number;
  readonly harmless: number;
  /** Of the dangers, those at which the talk stops, whatever kind is named. */
  readonly recall: number;
  /** Of the harmless phrasings, those at which it stops too. */
  readonly falseAlarms: number;
  /** Of the dangers found, those whose kind is right. */
  readonly rightKind: number;
}

/** Runs the detector over phrasings of which it is known what they tell. */
export function scoreDanger(examples: readonly DangerExample[], findDanger: DangerDetector): DangerScore {
  const judged = examples.map(({ kind, text }) => ({ kind, found: findDanger(text)?.kind ?? 'none' }));
  const dangers = judged.filter(({ kind }) => kind !== 'none');
  const stopped = dangers.filter(({ found }) => found !== 'none');
  const harmless = judged.filter(({ kind }) => kind === 'none');
  return {
    dangers: dangers.length,
    harmless: harmless.length,
    recall: share(stopped.length, dangers.length),
    falseAlarms: share(harmless.filter(({ found }) => found !== 'none').length, harmless.length),
    rightKind: share(stopped.filter(({ kind, found }) => kind === found).length, stopped.length),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
