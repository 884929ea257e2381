import { describe, expect, it } from '@jest/globals';
import { retryPause } from '../../../bot/web/retryPause.ts';

describe('the pause before the next try', () => {
  it('grows with every failure, up to fifteen seconds', () => {
    const longest = [0, 1, 2, 3, 4, 5, 50].map((failures) => retryPause(failures, () => 1));

    expect(longest).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
  });

  it('differs from browser to browser, so that they do not all come at once', () => {
    expect(retryPause(5, () => 0)).toBe(7500);
    expect(retryPause(5, () => 1)).toBe(15_000);
  });
});
