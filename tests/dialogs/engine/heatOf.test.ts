import { describe, expect, it } from '@jest/globals';
import { heatOf } from '../../../dialogs/engine/heatOf.ts';

describe('the heat of a parent', () => {
  it.each([
    [0, 'cool'],
    [39, 'cool'],
    [40, 'warm'],
    [64, 'warm'],
    [65, 'hot'],
    [100, 'hot'],
  ])('at tension %i is %s', (tension, heat) => {
    expect(heatOf(tension)).toBe(heat);
  });
});
