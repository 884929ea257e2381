import { FakeClock } from './fakeClock.ts';

/** The real time, where the bot is a process of its own: nobody moves it, what was put off waits. */
export class WallClock extends FakeClock {
  override readonly now = (): Date => new Date();

  override after(seconds: number, work: () => unknown): void {
    setTimeout(work, seconds * 1000).unref();
  }
}
