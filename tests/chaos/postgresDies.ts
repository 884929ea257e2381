import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { queryPostgres } from '../bot/storage/postgresDatabase.ts';
import { startPostgres } from '../postgres.ts';
import { inTrouble, type TroubleOutcome } from './inTrouble.ts';

const run = promisify(execFile);
const PATIENCE_MS = 60_000;

/** Clients talk to a product on PostgreSQL, whose server is killed and started again so often. */
export async function postgresDies(folder: string, times: number, chance: () => number): Promise<TroubleOutcome> {
  const server = await startPostgres();
  const url = await server.createDatabase();
  const [shown] = await queryPostgres(url, 'show data_directory');
  const data = String(shown?.['data_directory']);
  const socket = new URL(url).searchParams.get('host') ?? '';
  const die = async () => {
    await control('kill', data, socket);
    await untilBack(() => control('start', '-D', data, '-s', '-l', `${data}/again.log`, '-o', `-k ${socket} -h ""`));
  };
  try {
    return await inTrouble({
      folder,
      settings: { DATABASE_URL: url },
      clients: 5,
      plan: Array.from({ length: times }, () => die),
      lasts: () => 0,
      quiet: () => 500 + chance() * 3000,
    });
  } finally {
    await server.stop().catch(() => undefined);
    await control('stop', '-D', data, '-m', 'immediate', '-s', '-t', '10').catch(() => undefined);
  }
}

/** `pg_ctl`, as the account that the server runs as. */
async function control(what: 'kill' | 'start' | 'stop', ...args: readonly string[]): Promise<void> {
  const [folder = ''] = globSync('/usr/lib/postgresql/*/bin').toSorted().toReversed();
  const words =
    what === 'kill'
      ? // Whoever started it may not have noticed yet; then its number would still count as a server that runs.
        ['sh', '-c', 'kill -KILL "$(head -n 1 "$0/postmaster.pid")" && rm "$0/postmaster.pid" "$1"/.s.PGSQL.*', ...args]
      : [`${folder}/pg_ctl`, what, ...args];
  const isRoot = process.getuid?.() === 0;
  const [file = '', ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...words] : words;
  await run(file, rest, { cwd: '/' });
}

/** What it left in shared memory keeps it from starting, for a moment. */
async function untilBack(start: () => Promise<void>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      await start();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await wait(200);
    }
  }
}
