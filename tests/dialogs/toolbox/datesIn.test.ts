import { describe, expect, it } from '@jest/globals';
import { datesIn } from '../../../dialogs/toolbox/datesIn.ts';

const TODAY = '2026-08-24';
const startsIn = (text: string) => datesIn(text, TODAY).dates.map(({ start }) => start);

describe('dates in what a teacher types', () => {
  it.each([
    ['8 september', '2026-09-08'],
    ['dinsdag 8 september 2026', '2026-09-08'],
    ['di 8 sept.', '2026-09-08'],
    ['8 september 19.30', '2026-09-08T19:30'],
    ['8 september om 19:30 uur', '2026-09-08T19:30'],
    ['8 september, 19u30', '2026-09-08T19:30'],
    ['8 september om 19 uur', '2026-09-08T19:00'],
    ['8-9-2026', '2026-09-08'],
    ['08/09 14.15', '2026-09-08T14:15'],
    ['2026-09-08', '2026-09-08'],
    ['8 September at 7.30 pm', '2026-09-08T19:30'],
    ['the 8th of September', '2026-09-08'],
    ['September 8th at 7pm', '2026-09-08T19:00'],
    ['Tuesday, September 8, 2026', '2026-09-08'],
  ])('knows %s', (text, start) => {
    expect(startsIn(text)).toEqual([start]);
  });

  it('takes the first time that a day comes when no year is named', () => {
    expect(startsIn('24 augustus, 23 augustus, 15 januari')).toEqual(['2026-08-24', '2027-08-23', '2027-01-15']);
  });

  it('finds several dates, in the order in which they stand', () => {
    expect(startsIn('9 oktober 14.15, 15-1 14.15 en 9 april')).toEqual([
      '2026-10-09T14:15',
      '2027-01-15T14:15',
      '2027-04-09',
    ]);
  });

  it('leaves the other words as they are', () => {
    expect(datesIn('8 september 19.30, met de hele school in de aula', TODAY).rest).toBe(
      'met de hele school in de aula',
    );
  });

  it.each([
    '31 februari',
    '8 kinderen',
    'elke vrijdag',
    'groep 1-2',
    'gr 1/2',
    'twee of drie keer',
    'de 3e week',
    '12.30',
  ])('finds no date in %s', (text) => {
    expect(startsIn(text)).toEqual([]);
  });
});
