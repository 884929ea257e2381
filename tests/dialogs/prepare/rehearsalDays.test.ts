import { describe, expect, it } from '@jest/globals';
import { daysAfter, daysBetween, weekdayOf } from '../../../dialogs/prepare/meeting/namedDays.ts';
import { rehearsalDays } from '../../../dialogs/prepare/rehearsalDays.ts';

const MONDAY = '2026-11-23';

describe('the days on which to rehearse before a talk', () => {
  it('are two, with a tenth to three tenths of the days until the talk between them', () => {
    for (let days = 4; days <= 120; days += 1) {
      const [first = '', second = '', ...more] = rehearsalDays(MONDAY, daysAfter(MONDAY, days), true);
      const share = daysBetween(first, second) / days;

      expect(more).toEqual([]);
      expect(share).toBeGreaterThanOrEqual(0.1);
      expect(share).toBeLessThanOrEqual(0.3);
      expect(second < daysAfter(MONDAY, days)).toBe(true);
    }
  });

  it('are weekdays when the talk is a few weeks away', () => {
    for (let days = 10; days <= 40; days += 1) {
      const weekdays = rehearsalDays(MONDAY, daysAfter(MONDAY, days), true).map(weekdayOf);

      expect(weekdays.some((day) => day === 0 || day === 6)).toBe(false);
    }
  });

  it('have one night between them when there are only two or three days', () => {
    expect(rehearsalDays(MONDAY, '2026-11-26', true)).toEqual(['2026-11-23', '2026-11-24']);
    expect(rehearsalDays(MONDAY, '2026-11-25', true)).toEqual(['2026-11-23', '2026-11-24']);
  });

  it('leave out today once the evening has begun', () => {
    expect(rehearsalDays(MONDAY, '2026-11-26', false)).toEqual(['2026-11-24', '2026-11-25']);
  });

  it('are one for a talk tomorrow, and none for a talk today', () => {
    expect(rehearsalDays(MONDAY, '2026-11-24', true)).toEqual(['2026-11-23']);
    expect(rehearsalDays(MONDAY, '2026-11-24', false)).toEqual([]);
    expect(rehearsalDays(MONDAY, MONDAY, true)).toEqual([]);
  });

  it('are counted in days, also across a change of the clock', () => {
    expect(rehearsalDays('2026-10-20', '2026-10-30', true)).toEqual(['2026-10-21', '2026-10-23']);
    expect(rehearsalDays('2027-03-23', '2027-04-02', true)).toEqual(['2027-03-24', '2027-03-26']);
  });
});
