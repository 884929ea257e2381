import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { type Offer, offerLoad, type Speaker } from './offerLoad.ts';

const OFFER: Offer = { turnsPerSecond: 50, seconds: 1, begin: 'oefenen', sentences: ['Vertel.'], patienceMs: 50 };

const speaker = (say: Speaker['say'], isTalking = true): Speaker => ({ isTalking, say });

describe('turns offered at an even pace', () => {
  it('are as many as the pace asks, however slow the replies are', async () => {
    const slow = Array.from({ length: 50 }, () => speaker(() => wait(300, 'Ja.')));

    const outcome = await offerLoad(slow, { ...OFFER, patienceMs: 2000 });

    expect(outcome).toMatchObject({ offered: 50, answered: 50, refused: 0, lost: 0 });
    expect(outcome.p50).toBeGreaterThanOrEqual(299);
  });

  it('are refused when they are not taken, and lost when no reply ever comes', async () => {
    const refuses = speaker(() => Promise.reject(new Error('503')));
    const forgets = speaker(() => new Promise<string>(() => {}));

    const outcome = await offerLoad([refuses, forgets], OFFER);

    expect(outcome).toMatchObject({ offered: 50, answered: 0, refused: 49, lost: 1 });
  });

  it('are refused when everybody is still speaking', async () => {
    const busy = speaker(() => wait(5000, 'Ja.', { ref: false }));

    const outcome = await offerLoad([busy], OFFER);

    expect(outcome).toMatchObject({ answered: 0, refused: 49, lost: 1 });
  });

  it('begin a talk with whoever has none', async () => {
    const heard: string[] = [];
    const say = async (words: string) => {
      heard.push(words);
      return 'Ja.';
    };

    await offerLoad([speaker(say), speaker(say, false)], OFFER);

    expect(new Set(heard)).toEqual(new Set(['Vertel.', 'oefenen']));
  });
});
