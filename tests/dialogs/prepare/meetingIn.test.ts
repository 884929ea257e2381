import { describe, expect, it } from '@jest/globals';
import { meetingIn } from '../../../dialogs/prepare/meeting/meetingIn.ts';

/** Monday 23 November 2026, nine in the morning in Amsterdam. */
const NOW = '2026-11-23T08:00:00Z';

describe('when the talk is, in a teacher’s own words', () => {
  it.each([
    ['donderdag om half vier', '2026-11-26T15:30'],
    ['do 15.30', '2026-11-26T15:30'],
    ['26 november 15:30', '2026-11-26T15:30'],
    ['26-11-2026 om 15u30', '2026-11-26T15:30'],
    ['2026-11-26T15:30', '2026-11-26T15:30'],
    ['morgen om 4 uur', '2026-11-24T16:00'],
    ['overmorgen kwart over drie', '2026-11-25T15:15'],
    ['tien voor half vier, donderdag', '2026-11-26T15:20'],
    ['volgende week dinsdag 19.30 uur', '2026-12-01T19:30'],
    ['zaterdag over een week om 10', '2026-12-05T10:00'],
    ['vrijdag 27 november om kwart voor 9 in de ochtend', '2026-11-27T08:45'],
    ['vanmiddag om drie uur', '2026-11-23T15:00'],
    ['maandag om 8.15', '2026-11-30T08:15'],
    ['donderdagmiddag 3 uur', '2026-11-26T15:00'],
    ['donderdagavond half negen', '2026-11-26T20:30'],
    ['vanavond 8 uur', '2026-11-23T20:00'],
    ['morgenochtend half acht', '2026-11-24T07:30'],
    ['vrijdag 15 uur 30', '2026-11-27T15:30'],
    ['Thursday 3:30pm', '2026-11-26T15:30'],
    ['Thursday evening at 8', '2026-11-26T20:00'],
    ['a week on Thursday at 4pm', '2026-12-03T16:00'],
    ['Thursday at half past three', '2026-11-26T15:30'],
    ['Friday at half four', '2026-11-27T16:30'],
    ['next Thursday 3pm', '2026-12-03T15:00'],
    ['tomorrow 9am', '2026-11-24T09:00'],
    ['in three days at noon', '2026-11-26T12:00'],
  ])('reads “%s” as a moment', (said, start) => {
    expect(meetingIn(said, NOW)).toEqual({ kind: 'moment', start });
  });

  it.each([
    ['donderdag', '2026-11-26'],
    ['over twee weken', '2026-12-07'],
    ['I have a talk on Thursday', '2026-11-26'],
    ['groep 5, 3 maart', '2027-03-03'],
    ['29 februari', '2028-02-29'],
  ])('reads “%s” as a day without a time', (said, start) => {
    expect(meetingIn(said, NOW)).toEqual({ kind: 'day', start });
  });

  it('reads a time alone, and waits for the day', () => {
    expect(meetingIn('half vier', NOW)).toEqual({ kind: 'time', time: '15:30' });
  });

  it.each([
    ['12 november', '2026-11-12'],
    ['12 november 2026 om 3 uur', '2026-11-12T15:00'],
    ['vandaag om 9 uur', '2026-11-23T09:00'],
    ['gisteren om 3 uur', '2026-11-22T15:00'],
    ['afgelopen donderdag', '2026-11-19'],
    ['vorige week dinsdag', '2026-11-17'],
    ['last Thursday', '2026-11-19'],
  ])('sees that “%s” has been', (said, start) => {
    expect(meetingIn(said, NOW)).toEqual({ kind: 'past', start });
  });

  it('sees that a date falls on another day of the week than was said', () => {
    expect(meetingIn('woensdag 26 november', NOW)).toEqual({ kind: 'weekday', start: '2026-11-26' });
  });

  it('names every day when there is more than one', () => {
    expect(meetingIn('donderdag of vrijdag', NOW)).toEqual({ kind: 'several', days: ['2026-11-26', '2026-11-27'] });
  });

  it.each([
    'geen idee',
    '31 november',
    '2026',
    '😀',
    '',
    'volgende maand',
    'do you know',
    'zo laten',
    'over een uur',
    'blabla 12345',
  ])('finds no day in “%s”', (said) => {
    expect(meetingIn(said, NOW)).toEqual({ kind: 'none' });
  });

  it.each([
    [
      'the evening in Amsterdam before the clock goes back',
      '2026-10-24T22:30:00Z',
      'morgen om half vier',
      '2026-10-26T15:30',
    ],
    ['the morning the clock goes back', '2026-10-25T07:00:00Z', 'morgen om half vier', '2026-10-26T15:30'],
    ['the day before the clock goes forward', '2027-03-27T22:59:00Z', 'morgen om 10 uur', '2027-03-28T10:00'],
    ['just after midnight when the clock went forward', '2027-03-28T22:01:00Z', 'morgen om 10 uur', '2027-03-30T10:00'],
  ])('counts days on the calendar of Amsterdam: %s', (_, at, said, start) => {
    expect(meetingIn(said, at)).toEqual({ kind: 'moment', start });
  });
});
