import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { keepRetention } from '../../bot/retention.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-11-23T09:00:00.000Z');

describe('the retention', () => {
  let wall: number;
  let steady: number;
  let asked: string[];
  let swept: string[];
  let retention: { stop(): void };

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['performance'] });
    [wall, steady, asked, swept] = [START, 1_000, [], []];
    retention = keepRetention({
      storage: {
        personalData: { expire: async (before) => asked.push(before) },
        sessions: { expire: async (at) => swept.push(at) },
        audit: { expire: async () => 0 },
        keys: { expire: async () => 0 },
      },
      retentionDays: 90,
      log: { info: () => undefined, error: () => undefined },
      clocks: { wall: () => wall, steady: () => steady },
    });
  });
  afterEach(() => {
    retention.stop();
    jest.useRealTimers();
  });

  /** Time goes by as it does; `jump` is what somebody adds to the wall clock meanwhile. */
  function passes(milliseconds: number, jump = 0): void {
    steady += milliseconds;
    wall += milliseconds + jump;
    jest.advanceTimersByTime(milliseconds);
  }

  it('P07 erases what is ninety days old soon after the start, and again each day', () => {
    passes(5_000);
    passes(DAY - 5_000);

    expect(asked).toEqual(['2026-08-25T09:00:05.000Z', '2026-08-26T09:00:00.000Z']);
  });

  it('sweeps sign-ins and codes that are over soon after the start, and again each hour', () => {
    passes(5_000);
    passes(3_595_000);
    passes(3_600_000);

    expect(swept).toEqual(['2026-11-23T09:00:05.000Z', '2026-11-23T10:00:00.000Z', '2026-11-23T11:00:00.000Z']);
  });

  it.each([
    ['an hour back', -3_600_000],
    ['an hour ahead', 3_600_000],
    ['to the year 2038', 11 * 365 * DAY],
  ])('P07 F19 erases nothing early or late when the clock jumps %s', (_jump, by) => {
    passes(DAY - 1, by);
    passes(1);

    expect(asked.at(-1)).toBe('2026-08-26T09:00:00.000Z');
  });
});
