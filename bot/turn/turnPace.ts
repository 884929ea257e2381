/** How fast one person may go, and what becomes of more. */
export interface PaceLimits {
  /** Turns in ten seconds that nobody notices; each one more waits. */
  readonly atEasePerTenSeconds: number;
  /** What one of them waits, in milliseconds. */
  readonly pauseMilliseconds: number;
}

/** What becomes of a turn that came too soon. */
export interface Hurry {
  readonly pauseMilliseconds: number;
  /** Whether its person hears of it: once in a hurry, not at every turn. */
  readonly isTold: boolean;
}

const WINDOW_MS = 10_000;
/** After this long without hurry, the next one is told again. */
const CALM_MS = 60_000;

interface Tempo {
  /** Of the turns in the last ten seconds, at most as many as are at ease. */
  readonly turns: readonly number[];
  readonly hurriedAt: number | null;
}

/** Counts the turns of each person, in this process. */
export class TurnPace {
  readonly #limits: PaceLimits;
  readonly #now: () => number;
  /** Who was here last is last. */
  readonly #tempos = new Map<string, Tempo>();

  /** @param now milliseconds on a clock that only goes on */
  constructor(limits: PaceLimits, now: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Counts one turn of this person. Null for one that came at ease. */
  take(person: string): Hurry | null {
    const now = this.#now();
    this.#forgetCalm(now);
    const before = this.#tempos.get(person) ?? { turns: [], hurriedAt: null };
    const turns = before.turns.filter((at) => now - at < WINDOW_MS);
    const isHurried = turns.length >= this.#limits.atEasePerTenSeconds;

    this.#tempos.delete(person);
    this.#tempos.set(person, {
      turns: [...turns, now].slice(-this.#limits.atEasePerTenSeconds),
      hurriedAt: isHurried ? now : before.hurriedAt,
    });
    if (!isHurried) return null;
    return {
      pauseMilliseconds: this.#limits.pauseMilliseconds,
      isTold: before.hurriedAt === null || now - before.hurriedAt >= CALM_MS,
    };
  }

  #forgetCalm(now: number): void {
    for (const [person, { turns }] of this.#tempos) {
      if (now - (turns.at(-1) ?? 0) < CALM_MS) return;
      this.#tempos.delete(person);
    }
  }
}
