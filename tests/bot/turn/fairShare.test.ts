import { describe, expect, it } from '@jest/globals';
import { FairShare } from '../../../bot/turn/fairShare.ts';

const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a fair share', () => {
  it('L11 lets a calm school in between two turns of one that floods', async () => {
    const share = new FairShare(2, 1000);
    const done: string[] = [];
    const bring = (school: string) => share.run(school, () => soon().then(() => done.push(school)));

    const flood = Array.from({ length: 300 }, () => bring('flood'));
    const calm = [bring('calm'), bring('calm'), bring('another')];
    await Promise.all([...flood, ...calm]);

    expect(done.filter((school) => school === 'flood')).toHaveLength(300);
    expect(done.lastIndexOf('calm')).toBeLessThan(8);
    expect(done.indexOf('another')).toBeLessThan(8);
  });

  it('gives no more places than there are', async () => {
    const share = new FairShare(3, 100);
    let running = 0;
    let most = 0;
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await soon();
      running -= 1;
    };

    await Promise.all(Array.from({ length: 20 }, async (_, index) => share.run(`school ${index % 4}`, work)));

    expect(most).toBe(3);
  });

  it('refuses a school that has too much waiting, and no other', async () => {
    const share = new FairShare(1, 2);
    const first = share.run('flood', soon);
    const waiting = [share.run('flood', soon), share.run('flood', soon)];

    expect(share.run('flood', soon)).toBeUndefined();
    expect(share.run('calm', soon)).toBeDefined();
    await Promise.all([first, ...waiting]);
  });

  it('gives the place of work that failed to the next', async () => {
    const share = new FairShare(1, 2);
    const fails = share.run('school', () => Promise.reject(new Error('no')));
    const next = share.run('school', async () => 'done');

    await expect(fails).rejects.toThrow('no');
    expect(await next).toBe('done');
  });
});
