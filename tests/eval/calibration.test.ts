import { describe, expect, it } from '@jest/globals';
import { calibrate } from './calibration.ts';

const TEXT = 'Ach, dat waait wel over.';
const ALL = { start: 0, end: TEXT.length };

function found(confidence: number, right: boolean) {
  return {
    text: TEXT,
    gold: right ? [{ move: 'minimise' as const, ...ALL }] : [],
    found: [{ move: 'minimise' as const, ...ALL, confidence, because: 'test' }],
  };
}

describe('calibrate', () => {
  it('finds no fault in four times in five right at 0.8', () => {
    const answers = [true, true, true, true, false].map((right) => found(0.8, right));

    const { error, bins } = calibrate(answers);

    expect(error).toBeCloseTo(0);
    expect(bins[8]).toMatchObject({ from: 0.8, found: 5, right: 0.8 });
  });

  it('shows how far a recognizer is too sure of itself', () => {
    const answers = [true, false].map((right) => found(0.9, right));

    expect(calibrate(answers).error).toBeCloseTo(0.4);
  });

  it('keeps full certainty in the last bin', () => {
    expect(calibrate([found(1, true)]).bins[9]?.found).toBe(1);
  });

  it('is without error where nothing was found', () => {
    expect(calibrate([{ text: TEXT, gold: [], found: [] }]).error).toBe(0);
  });
});
