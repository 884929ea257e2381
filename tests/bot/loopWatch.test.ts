import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { watchLoop } from '../../bot/loopWatch.ts';

describe('the watch on the loop', () => {
  it('F21 tells of three seconds without a beat, once, and of nothing else', async () => {
    let jumped = 0;
    const logged: object[] = [];
    const seconds: number[] = [];
    const watch = watchLoop({
      log: { warn: (line: object) => void logged.push(line) },
      observe: (stalled) => seconds.push(Math.round(stalled)),
      // A machine that is busy may be late by itself: here it never is.
      now: () => jumped,
    });

    const beats = setInterval(() => {
      jumped += 1;
    }, 10);
    await wait(300);
    jumped += 3250;
    await wait(600);
    watch.stop();
    clearInterval(beats);

    expect([seconds, logged]).toEqual([[3], [{ milliseconds: expect.any(Number) }]]);
  });
});
