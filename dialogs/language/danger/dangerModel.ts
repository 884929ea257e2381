import { DANGERS } from '../../../content/schema/danger.ts';
import type { StoredDangerModel } from '../../../content/schema/dangerModel.ts';
import { decodeVoters, encodeVoters, rounded, type Voters } from '../model/storeVoters.ts';

/** What is learned of a message: that it tells of danger at all, and of which. */
export const DANGER_LABELS = ['danger', ...DANGERS] as const;
export type DangerLabel = (typeof DANGER_LABELS)[number];

/** What was learned of danger in one language. */
export interface DangerModel extends Voters<DangerLabel> {
  /** From this log-odds on a message tells of danger. */
  readonly threshold: number;
  /**
   * The same for what a teacher says to a parent in practice: one talk is many turns, and what is told in it is nearly always
   * part of it. Never lower.
   */
  readonly thresholdInTalk: number;
}

/** A model as text. `decode(encode(model))` scores as the file will. */
export function encodeDangerModel(model: DangerModel, learnedFrom: string): StoredDangerModel {
  const [threshold = 0, thresholdInTalk = 0] = rounded([model.threshold, model.thresholdInTalk]);
  return { learnedFrom, ...encodeVoters(model), threshold, thresholdInTalk };
}

/** Unpacks a stored model. Throws when its parts do not fit together. */
export function decodeDangerModel(stored: StoredDangerModel): DangerModel {
  const { threshold, thresholdInTalk } = stored;
  return { ...decodeVoters(stored, DANGER_LABELS), threshold, thresholdInTalk };
}
