import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { oneAtATime } from '../../bot/oneAtATime.ts';
import type { Storage } from '../../bot/ports.ts';
import { openSqlite } from '../../bot/storage/sqlite/openSqlite.ts';

describe('work that is done by one at a time', () => {
  let storage: Storage;
  let at = Date.parse('2026-11-23T09:00:00.000Z');
  const now = () => new Date(at);

  beforeAll(async () => {
    storage = await openSqlite({ file: ':memory:' });
  });
  afterAll(() => storage?.close());

  it('is left to whoever is at it, and may be done again after', async () => {
    const [here, there] = [oneAtATime(storage.oneTimes, 60_000, now), oneAtATime(storage.oneTimes, 60_000, now)];
    const done: string[] = [];

    await here('sweep', async () => {
      done.push('here');
      await there('sweep', async () => done.push('there too'));
    });
    await there('sweep', async () => done.push('there'));

    expect(done).toEqual(['here', 'there']);
  });

  it('comes free when it fails, and when its instance falls silent for too long', async () => {
    const alone = oneAtATime(storage.oneTimes, 60_000, now);
    await expect(alone('fails', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    void alone('silent', () => new Promise(() => undefined));

    const again = await alone('fails', async () => 'again');
    const early = await alone('silent', async () => 'early');
    at += 60_000;
    const late = await alone('silent', async () => 'late');

    expect([again, early, late]).toEqual(['again', null, 'late']);
  });
});
