import { setTimeout as wait } from 'node:timers/promises';
import { types } from 'node:util';
import { type Storage, StorageError } from '../ports.ts';
import { type Finding, good, WHO, wrong } from './finding.ts';

const TIMEOUT_MS = 10_000;
/** Looking through a large database file takes a while; a disk that hangs takes for ever. */
const OPEN_TIMEOUT_MS = 60_000;

const CURE =
  'look at DATA_DIR or DATABASE_URL in .env: the place must exist, have room, and be open to the account of the bot.';

const WRITABLE_BY_ALL =
  'The database can be written to. Its account passes over row security, so the bot alone keeps organisations apart; deployment/scale.md says how to make an account that does not.';

/**
 * Whether the database takes what is written. A bot that runs is asked; else the database is opened as a start opens it,
 * which makes or updates its tables.
 */
export async function lookAtStorage(
  running: string | null,
  open: () => Promise<Storage>,
  patienceMs = OPEN_TIMEOUT_MS,
): Promise<Finding> {
  if (running !== null) return askRunning(running);
  const silence = new AbortController();
  const noAnswer = wait(patienceMs, wrong('The database gives no answer.', WHO.machine, CURE), {
    signal: silence.signal,
  });
  noAnswer.catch(() => undefined);
  return Promise.race([tryToWrite(open), noAnswer]).finally(() => silence.abort());
}

async function askRunning(address: string): Promise<Finding> {
  const isReady = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(TIMEOUT_MS) }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (isReady) return good('The running bot can write to its database.');
  return wrong(
    'The running bot cannot write to its database.',
    WHO.machine,
    'stop the bot and run this again: then it says what is wrong with the database.',
  );
}

async function tryToWrite(open: () => Promise<Storage>): Promise<Finding> {
  try {
    const storage = await open();
    try {
      await storage.check();
    } finally {
      await storage.close();
    }
    return good(storage.keepsRowsApart === false ? WRITABLE_BY_ALL : 'The database can be written to.');
  } catch (error) {
    const why =
      error instanceof StorageError || isSystemFault(error) ? error.message : 'for a reason that is not known';
    return wrong(`The database cannot be used: ${why}`, WHO.machine, CURE);
  }
}

/** As when a folder cannot be made. */
function isSystemFault(error: unknown): error is Error {
  return types.isNativeError(error) && 'syscall' in error;
}
