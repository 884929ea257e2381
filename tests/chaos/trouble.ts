import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { isMainThread } from 'node:worker_threads';
import { watch } from './watch.ts';

/**
 * Loaded before the product (`node --import`), also in its storage thread: troubles that come from outside and do not kill.
 *
 * | setting, file, signal | trouble                                                                       |
 * | --------------------- | ----------------------------------------------------------------------------- |
 * | `TROUBLE_SLOW_MS`     | a commit that holds `slow disk` takes so long, as on a disk that stalls       |
 * | `TROUBLE_BLOCK_MS`    | SIGUSR2 keeps the main thread busy for so long                                |
 * | SIGHUP                | the wall clock jumps, to between ten minutes ago and a quarter of an hour on  |
 * | `TROUBLE_FOLDER`      | while it has a file `slow`, every commit takes so long; while it has a file `full`, the database may not grow |
 */
const SLOW_WORDS = 'slow disk';
const slowMs = Number(process.env['TROUBLE_SLOW_MS'] ?? 0);
const blockMs = Number(process.env['TROUBLE_BLOCK_MS'] ?? 0);
const folder = process.env['TROUBLE_FOLDER'];
const EARLIEST_MS = -10 * 60_000;
const LATEST_MS = 15 * 60_000;
/** More than any file here has. */
const NO_LIMIT = 1_000_000_000;

const isOn = (trouble: 'slow' | 'full') => folder !== undefined && existsSync(join(folder, trouble));

/** Nothing else happens in this thread meanwhile. */
function standStill(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

if (isMainThread) {
  process.on('SIGUSR2', () => standStill(blockMs));
  letClockJump();
} else troubleDatabase();

function troubleDatabase(): void {
  const known = new WeakMap<object, { readonly sql: string; readonly database: DatabaseSync }>();
  let isSlow = false;
  let isFull = false;

  watch(DatabaseSync.prototype, 'prepare', (original, self, [sql]) => {
    const statement = original();
    const database = self as DatabaseSync;
    if (typeof statement === 'object' && statement !== null) {
      known.set(statement, { sql: String(sql).toLowerCase(), database });
    }
    return statement;
  });
  watch(StatementSync.prototype, 'run', (original, self, args) => {
    const { sql = '', database } = known.get(self) ?? {};
    if (sql.startsWith('begin') && database && isFull !== isOn('full')) {
      isFull = !isFull;
      // A limit below what there is means: no more than what there is.
      database.exec(`pragma max_page_count = ${isFull ? 1 : NO_LIMIT}`);
    }
    if (sql.startsWith('insert into "activities"')) isSlow ||= args.some((value) => String(value).includes(SLOW_WORDS));
    if (sql === 'commit' && (isSlow || isOn('slow'))) {
      isSlow = false;
      standStill(slowMs);
    }
    return original();
  });
}

function letClockJump(): void {
  const RealDate = Date;
  let offset = 0;
  process.on('SIGHUP', () => {
    offset = EARLIEST_MS + Math.random() * (LATEST_MS - EARLIEST_MS);
  });
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args) =>
      args.length === 0 ? new target(target.now() + offset) : Reflect.construct(target, args),
    get: (target, key) => (key === 'now' ? () => target.now() + offset : Reflect.get(target, key)),
  });
}
