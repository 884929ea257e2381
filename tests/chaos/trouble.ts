import { DatabaseSync, StatementSync } from 'node:sqlite';
import { isMainThread } from 'node:worker_threads';
import { watch } from './watch.ts';

/**
 * Loaded before the product (`node --import`), also in its storage thread: troubles that come from outside and do not kill.
 *
 * | setting or signal  | trouble                                                                    |
 * | ------------------ | -------------------------------------------------------------------------- |
 * | `TROUBLE_SLOW_MS`  | a commit that holds `slow disk` takes so long, as on a disk that stalls    |
 * | `TROUBLE_BLOCK_MS` | SIGUSR2 keeps the main thread busy for so long                             |
 * | SIGHUP             | the wall clock jumps, to between ten minutes ago and a quarter of an hour on |
 */
const SLOW_WORDS = 'slow disk';
const slowMs = Number(process.env['TROUBLE_SLOW_MS'] ?? 0);
const blockMs = Number(process.env['TROUBLE_BLOCK_MS'] ?? 0);
const EARLIEST_MS = -10 * 60_000;
const LATEST_MS = 15 * 60_000;

/** Nothing else happens in this thread meanwhile. */
function standStill(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

if (isMainThread) {
  process.on('SIGUSR2', () => standStill(blockMs));
  letClockJump();
}
if (slowMs > 0) slowCommitsDown();

function slowCommitsDown(): void {
  const sqlOf = new WeakMap<object, string>();
  let isSlow = false;
  watch(DatabaseSync.prototype, 'prepare', (original, _self, [sql]) => {
    const statement = original();
    if (typeof statement === 'object' && statement !== null) sqlOf.set(statement, String(sql).toLowerCase());
    return statement;
  });
  watch(StatementSync.prototype, 'run', (original, self, args) => {
    const sql = sqlOf.get(self) ?? '';
    if (sql.startsWith('insert into "activities"')) isSlow ||= args.some((value) => String(value).includes(SLOW_WORDS));
    if (sql === 'commit' && isSlow) {
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
