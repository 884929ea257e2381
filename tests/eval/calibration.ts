import { has } from './scoreMoves.ts';
import type { RecognizerAnswer } from './scoreSet.ts';

/** Found moves of about the same confidence. */
export interface ConfidenceBin {
  /** From this confidence up to, not including, `to`; the last one includes 1. */
  readonly from: number;
  readonly to: number;
  readonly found: number;
  /** Mean confidence, and the share that is right; both 0 when nothing was found. */
  readonly confidence: number;
  readonly right: number;
}

/** How far confidence can be believed. */
export interface Calibration {
  readonly bins: readonly ConfidenceBin[];
  /** Mean distance between confidence and share right, weighed by how much was found; 0 is perfect. */
  readonly error: number;
}

const BINS = 10;

/** Compares what the recognizer says of its own certainty with how often it was right. */
export function calibrate(answers: readonly RecognizerAnswer[]): Calibration {
  const judged = answers.flatMap(({ gold, found }) =>
    found.map(({ move, confidence }) => ({ confidence, right: has(gold, move) })),
  );
  const bins = Array.from({ length: BINS }, (_, index): ConfidenceBin => {
    const inBin = judged.filter(({ confidence }) => binOf(confidence) === index);
    const size = inBin.length || 1;
    return {
      from: index / BINS,
      to: (index + 1) / BINS,
      found: inBin.length,
      confidence: inBin.reduce((sum, { confidence }) => sum + confidence, 0) / size,
      right: inBin.filter(({ right }) => right).length / size,
    };
  });
  const error = bins.reduce((sum, { found, confidence, right }) => sum + found * Math.abs(confidence - right), 0);
  return { bins, error: error / (judged.length || 1) };
}

function binOf(confidence: number): number {
  return Math.min(BINS - 1, Math.floor(confidence * BINS + 1e-9));
}
