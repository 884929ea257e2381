import { startChild } from '../child.ts';
import { freePort } from '../freePort.ts';
import { startDropProxy } from './dropProxy.ts';
import type { Fault } from './faults.ts';
import { fuzz } from './fuzz.ts';
import { inTrouble, type TroubleOutcome } from './inTrouble.ts';
import { postgresDies } from './postgresDies.ts';
import { slowDisk } from './slowDisk.ts';
import { smallHeap } from './smallHeap.ts';
import { storm } from './storm.ts';

/** One thing to try, in an empty folder of its own. */
export interface LongForm {
  readonly name: string;
  readonly run: (folder: string) => Promise<{ readonly outcome: object; readonly isGood: boolean }>;
}

const HISTORY: readonly Fault[] = ['kill', 'pause', 'part', 'clock'];
const BAD_DISK: readonly Fault[] = ['full', 'slow', 'locked', 'drop', 'stop'];
const LOOP_LAG_MS = 100;
const STORM_MS = 60_000;
const BACK_SHARE = 0.999;

/** Those that were asked for; none when there is no such option. */
export function longForms(
  asked: {
    readonly slow?: boolean;
    readonly storm?: string;
    readonly memory?: string;
    readonly tokens?: string;
    readonly troubles?: string;
    readonly postgres?: string;
    readonly fuzz?: string;
  },
  chance: () => number,
): readonly LongForm[] {
  return [
    ...(asked.slow ? [5_000, 20_000].map(slow) : []),
    ...(asked.storm ? [lines(Number(asked.storm))] : []),
    ...(asked.memory ? [memory(Number(asked.memory))] : []),
    ...(asked.tokens ? [troubles('tokens', HISTORY, Number(asked.tokens), chance)] : []),
    ...(asked.troubles ? [troubles('troubles', BAD_DISK, Number(asked.troubles), chance)] : []),
    ...(asked.fuzz ? [generated(Number(asked.fuzz))] : []),
    ...(asked.postgres ? [postgres(Number(asked.postgres), chance)] : []),
  ];
}

function slow(commitMs: number): LongForm {
  return {
    name: `slow ${commitMs}`,
    run: async (folder) => {
      const outcome = await slowDisk(folder, commitMs);
      const isOne = outcome.turns === 1 && outcome.replies === 1;
      return { outcome, isGood: isOne && outcome.loopLagMs <= LOOP_LAG_MS };
    },
  };
}

function lines(count: number): LongForm {
  return {
    name: 'storm',
    run: async (folder) => {
      const port = await freePort();
      const proxy = await startDropProxy(port);
      const url = `http://localhost:${proxy.port}`;
      const settings = { PORT: String(port), PUBLIC_URL: url, DATA_DIR: folder, DATABASE_URL: '', LOG_LEVEL: 'silent' };
      const server = await startChild('tests/chaos/server.ts', settings);
      const outcome = await storm({ url, proxy, lines: count, patienceMs: STORM_MS });
      await server.stop();
      await proxy.close();
      return { outcome, isGood: outcome.back >= count * BACK_SHARE && outcome.faulty === 0 };
    },
  };
}

function generated(count: number): LongForm {
  return {
    name: 'fuzz',
    run: async (folder) => {
      const settings = { PORT: '0', PUBLIC_URL: '', DATA_DIR: folder, DATABASE_URL: '', LOG_LEVEL: 'silent' };
      const server = await startChild('tests/chaos/server.ts', settings);
      const seed = Math.floor(Date.now() / 1000);
      const outcome = await fuzz({ url: server.url, count, seed });
      const isUp = server.process.exitCode === null && server.process.signalCode === null;
      await server.stop();
      return { outcome: { seed, isUp, ...outcome }, isGood: isUp && outcome.unexpected + outcome.leaks === 0 };
    },
  };
}

function memory(seconds: number): LongForm {
  return {
    name: 'memory',
    run: async (folder) => {
      const outcome = await smallHeap({ folder, heapMb: 256, lines: 2000, perSecond: 50, seconds });
      return { outcome, isGood: outcome.restarts === 0 };
    },
  };
}

function troubles(name: string, faults: readonly Fault[], seconds: number, chance: () => number): LongForm {
  return {
    name,
    run: async (folder) => {
      const end = Date.now() + seconds * 1000;
      const outcome = await inTrouble({
        folder,
        settings: {},
        clients: 5,
        plan: anyOf(faults, chance, () => Date.now() < end),
        lasts: () => 200 + chance() * 4000,
        quiet: () => 200 + chance() * 1500,
      });
      return { outcome, isGood: isWhole(outcome) };
    },
  };
}

function postgres(times: number, chance: () => number): LongForm {
  return {
    name: 'postgres',
    run: async (folder) => {
      const outcome = await postgresDies(folder, times, chance);
      return { outcome, isGood: isWhole(outcome) };
    },
  };
}

function* anyOf(faults: readonly Fault[], chance: () => number, goesOn: () => boolean): Generator<Fault> {
  while (goesOn()) {
    const fault = faults[Math.floor(chance() * faults.length)];
    if (fault) yield fault;
  }
}

function isWhole({ faults }: TroubleOutcome): boolean {
  return Object.values(faults).every((count) => count === 0);
}
