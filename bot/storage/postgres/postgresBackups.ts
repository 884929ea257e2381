import { execFile } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { StorageError } from '../../ports.ts';
import { backupName, isBackupName } from '../../recovery/backupName.ts';
import type { Backups } from '../../recovery/recoveryPorts.ts';

const run = promisify(execFile);

/**
 * Backups of a PostgreSQL database, by `pg_dump` and `pg_restore` of its own version. One is put back into an empty database
 * alone.
 */
export function postgresBackups(url: string, now: () => Date = () => new Date()): Backups {
  // Rows of every organisation: without it an ordinary account would leave out all of them.
  const env = { ...process.env, ...serverOf(url), PGOPTIONS: '-c bot.tenants=*' };
  return {
    isBackup: (name) => isBackupName(name, 'dump'),
    make: async (folder) => {
      await mkdir(folder, { recursive: true });
      const backup = join(folder, backupName(now(), 'dump'));
      const part = `${backup}.part`;
      await perform('pg_dump', ['--format=custom', '--enable-row-security', `--file=${part}`], env);
      await perform('pg_restore', ['--list', part], env);
      await rename(part, backup);
      return backup;
    },
    putBack: async (backup) => {
      if (!existsSync(backup)) throw new StorageError(`There is no file ${backup}.`);
      const { PGDATABASE: name = '' } = serverOf(url);
      await refuseUnlessEmpty(url, name);
      const how = ['--no-owner', '--no-privileges', '--exit-on-error', '--single-transaction', `--dbname=${name}`];
      await perform('pg_restore', [...how, backup], env);
      return [`${backup} is now in the database ${name}.`];
    },
  };
}

async function refuseUnlessEmpty(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query("select 1 from pg_tables where schemaname = 'public' limit 1");
    if (rows.length === 0) return;
  } finally {
    await client.end();
  }
  throw new StorageError(
    `The database ${name} has tables already. Make an empty one (createdb), name it in DATABASE_URL, and begin again.`,
  );
}

async function perform(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  try {
    await run(program, [...args], { env: { ...env, PATH: pathWithTools(env['PATH']) } });
  } catch (cause) {
    const part = args.find((arg) => arg.endsWith('.part'))?.replace(/^--file=/, '');
    if (part) await rm(part, { force: true });
    throw new StorageError(`${program} failed: ${reasonIn(cause)}`, { cause });
  }
}

/** Where Debian keeps the programs of each version. */
function pathWithTools(path = ''): string {
  return [path, ...globSync('/usr/lib/postgresql/*/bin').toSorted().toReversed()].join(delimiter);
}

/** Without the command, which holds nothing secret but says nothing either. */
function reasonIn(cause: unknown): string {
  if (!(cause instanceof Error)) return 'no reason given.';
  if ('code' in cause && cause.code === 'ENOENT') return 'it is not installed here (postgresql-client).';
  const told = 'stderr' in cause ? String(cause.stderr).trim() : '';
  return told.split('\n', 1)[0] || cause.message;
}

/** As libpq reads it from the environment, so that no password stands in a list of processes. */
function serverOf(url: string): Readonly<Record<string, string>> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const settings = {
    PGHOST: searchParams.get('host') ?? decodeURIComponent(hostname),
    PGPORT: port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGSSLMODE: searchParams.get('sslmode') ?? '',
  };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== ''));
}
