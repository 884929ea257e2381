import { beforeEach, describe, expect, it } from '@jest/globals';
import { TurnPace } from '../../../bot/turn/turnPace.ts';

describe('the pace of a person', () => {
  let now: number;
  let pace: TurnPace;
  beforeEach(() => {
    now = 1_000;
    pace = new TurnPace({ atEasePerTenSeconds: 9, pauseMilliseconds: 500 }, () => now);
  });

  const turns = (count: number, person = 'anna') => Array.from({ length: count }, () => pace.take(person));

  it('is at ease up to nine turns in ten seconds', () => {
    expect(turns(9)).toEqual(Array.from({ length: 9 }, () => null));
  });

  it('L07 makes the tenth wait a little, and says so once', () => {
    turns(9);

    const more = turns(3);

    expect(more).toEqual([
      { pauseMilliseconds: 500, isTold: true },
      { pauseMilliseconds: 500, isTold: false },
      { pauseMilliseconds: 500, isTold: false },
    ]);
  });

  it('is at ease again ten seconds later, and a hurry soon after is not told again', () => {
    turns(10);

    now += 10_000;
    const calm = turns(9);
    const [hurried] = turns(1);

    expect(new Set(calm)).toEqual(new Set([null]));
    expect(hurried).toMatchObject({ isTold: false });
  });

  it('is told again after a minute without hurry', () => {
    turns(10);

    now += 60_000;
    turns(9);

    expect(turns(1)).toMatchObject([{ isTold: true }]);
  });

  it('is that of one person alone', () => {
    turns(10);

    expect(pace.take('bram')).toBeNull();
  });
});
