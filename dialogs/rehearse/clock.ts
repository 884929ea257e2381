/** The clock of a timed talk. It stands still in a pause and while a hint is read. */
export interface Clock {
  /** Seconds that had passed when it was last set going or stopped. */
  readonly ran: number;
  /** Since when it runs, as the activity gave it; null while it stands still. */
  readonly since: string | null;
}

/** A clock that runs from now, with `ran` seconds on it. `at`: the time of the activity. */
export function runningClock(at: string, ran = 0): Clock {
  return { ran, since: at };
}

/** Whole seconds on the clock at this time. */
export function secondsOn({ ran, since }: Clock, at: string): number {
  const passed = since === null ? 0 : (Date.parse(at) - Date.parse(since)) / 1000;
  return ran + Math.max(0, Math.round(Number.isFinite(passed) ? passed : 0));
}

/** The clock, standing still from now. */
export function stoppedClock(clock: Clock, at: string): Clock {
  return { ran: secondsOn(clock, at), since: null };
}
