import { describe, expect, it } from '@jest/globals';
import { TIPS } from '../../../content/schema/move.ts';
import { tipOfTheDay } from '../../../dialogs/tips/tipOfTheDay.ts';

const DAY = 86_400_000;
const NOON = Date.parse('2026-11-23T12:00:00Z');

function daysFrom(start: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, day) => tipOfTheDay(new Date(start + day * DAY).toISOString()));
}

describe('the tip of the day', () => {
  it('stays the same from early morning to late at night', () => {
    const tips = ['2026-11-23T06:00:00Z', '2026-11-23T12:00:00Z', '2026-11-23T22:30:00Z'].map(tipOfTheDay);

    expect(new Set(tips).size).toBe(1);
  });

  it('changes at midnight in Amsterdam and Brussels', () => {
    expect(tipOfTheDay('2026-11-23T22:59:00Z')).not.toBe(tipOfTheDay('2026-11-23T23:01:00Z'));
    expect(tipOfTheDay('2026-06-23T21:59:00Z')).not.toBe(tipOfTheDay('2026-06-23T22:01:00Z'));
  });

  it('gives all seven tips in each week', () => {
    for (let week = 0; week < 10; week++) {
      const monday = NOON + week * 7 * DAY;
      expect(new Set(daysFrom(monday, 4)).size).toBe(4);
    }
    expect(new Set(daysFrom(NOON, 14))).toEqual(new Set(TIPS));
  });

  it('is another one each Monday, for seven weeks', () => {
    const mondays = Array.from({ length: 7 }, (_, week) => tipOfTheDay(new Date(NOON + week * 7 * DAY).toISOString()));

    expect(new Set(mondays).size).toBe(7);
  });
});
