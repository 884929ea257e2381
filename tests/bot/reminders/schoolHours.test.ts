import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from '../../../bot/config.ts';
import { endOfHours, isInSchoolHours } from '../../../bot/reminders/schoolHours.ts';

describe('the hours in which a teacher may be written to', () => {
  const hours = (settings: Record<string, string> = {}) => readConfig(settings).reminderHours;

  it.each([
    ['2026-11-27T06:59:00Z', false],
    ['2026-11-27T07:00:00Z', true],
    ['2026-11-27T15:59:00Z', true],
    ['2026-11-27T16:00:00Z', false],
    // Summer time: the clock is two hours ahead.
    ['2026-06-05T06:00:00Z', true],
    ['2026-06-05T15:00:00Z', false],
  ])('follow the Dutch clock: at %s it is %p', (moment, expected) => {
    expect(isInSchoolHours(hours(), new Date(moment))).toBe(expected);
  });

  it('are not in the weekend', () => {
    expect(isInSchoolHours(hours(), new Date('2026-11-28T10:00:00Z'))).toBe(false);
    expect(isInSchoolHours(hours(), new Date('2026-11-29T10:00:00Z'))).toBe(false);
  });

  it('are not on days off, from the first to the last', () => {
    const off = hours({ REMINDER_DAYS_OFF: '2026-12-19/2027-01-03, 2027-04-27' });
    const isOpen = (day: string) => isInSchoolHours(off, new Date(`${day}T10:00:00Z`));

    expect(['2026-12-18', '2026-12-21', '2027-01-01', '2027-01-04', '2027-04-27', '2027-04-28'].map(isOpen)).toEqual([
      true,
      false,
      false,
      true,
      false,
      true,
    ]);
  });

  it('are what the school sets', () => {
    const late = hours({ REMINDER_HOURS: '15:30-16:30' });

    expect(isInSchoolHours(late, new Date('2026-11-27T14:29:00Z'))).toBe(false);
    expect(isInSchoolHours(late, new Date('2026-11-27T14:30:00Z'))).toBe(true);
    expect(endOfHours(late, new Date('2026-11-27T14:30:00Z')).toISOString()).toBe('2026-11-27T15:30:00.000Z');
  });

  it.each([
    { REMINDER_HOURS: '8-17' },
    { REMINDER_HOURS: '17:00-08:00' },
    { REMINDER_HOURS: '08:00-25:00' },
    { REMINDER_DAYS_OFF: 'kerst' },
    { REMINDER_DAYS_OFF: '2027-01-03/2026-12-19' },
    { REMINDER_DAYS_OFF: '2027-13-01' },
  ])('cannot be %p', (settings) => {
    expect(() => readConfig(settings)).toThrow(ConfigError);
  });
});
