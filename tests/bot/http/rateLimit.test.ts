import { describe, expect, it } from '@jest/globals';
import { createRateLimit } from '../../../bot/http/rateLimit.ts';

describe('a rate limit', () => {
  it('says when to try again once there were too many', async () => {
    const limit = createRateLimit(2, 60);
    await limit.take('a');
    await limit.take('a');

    const third = limit.take('a');

    await expect(third).rejects.toMatchObject({ status: 429, headers: { 'retry-after': '60' } });
  });

  it('counts each key apart', async () => {
    const limit = createRateLimit(1, 60);
    await limit.take('a');

    await expect(limit.take('b')).resolves.toBeUndefined();
  });
});
