import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, globSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

const { DATABASE_URL, PGBIN } = process.env;

/** A real PostgreSQL server for tests. */
export interface PostgresServer {
  /**
   * Makes an empty database that belongs to an ordinary account of its own, as an installation has it, and returns the
   * address with that account; both go with the server, or with `stop`.
   */
  createDatabase(): Promise<string>;
  /** Removes what was made; a server that was started here ends, its files too. */
  stop(): Promise<void>;
}

/** What is said when no server is found; loud, as silence would look like success. */
export const NO_POSTGRES =
  'PostgreSQL tests did not run: set DATABASE_URL, or PGBIN to a folder with initdb and postgres.';

/** Whether `startPostgres` will find a server: in DATABASE_URL, in PGBIN, or where Debian installs it. */
export function hasPostgres(): boolean {
  return DATABASE_URL !== undefined || binaries() !== undefined;
}

/** Uses the server of DATABASE_URL, or starts one in a temporary folder that ends with this process. */
export async function startPostgres(): Promise<PostgresServer> {
  if (DATABASE_URL !== undefined) return databasesOn(DATABASE_URL, async () => {});

  const folder = await temporaryFolder();
  const data = join(folder, 'data');
  try {
    await asPostgres([binary('initdb'), '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync']);
    const server = startServer(data, folder);
    const url = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
    await untilReady(server, url);
    return databasesOn(url, () => stopServer(server, folder));
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

function binaries(): string | undefined {
  const folders = [PGBIN ?? '', ...globSync('/usr/lib/postgresql/*/bin').sort().reverse()];
  return folders.find((folder) => folder !== '' && existsSync(join(folder, 'initdb')));
}

function binary(name: 'initdb' | 'postgres'): string {
  return join(binaries() ?? '', name);
}

/** PostgreSQL refuses to run as root. */
const ROOT = process.getuid?.() === 0;

function command(words: readonly string[]): readonly [string, readonly string[]] {
  const [first = '', ...rest] = ROOT ? [runuser(), '-u', 'postgres', '--', ...words] : words;
  return [first, rest];
}

/** Often outside the PATH of whoever is not logged in. */
function runuser(): string {
  return ['/usr/sbin/runuser', '/sbin/runuser'].find((file) => existsSync(file)) ?? 'runuser';
}

async function asPostgres(words: readonly string[]): Promise<void> {
  const [file, args] = command(words);
  await run(file, [...args], { cwd: '/' });
}

/** Short, as the path of a socket may have no more than 107 bytes. */
async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pg-'));
  if (!ROOT) return folder;
  const { stdout } = await run('id', ['-u', 'postgres']);
  await chown(folder, Number(stdout), (await stat(folder)).gid);
  await chmod(folder, 0o700);
  return folder;
}

/** A shell watches its input, which ends with this process however that ends; then it stops the server and cleans up. */
const WATCH =
  '"$0" -D "$1" -k "$2" -h "" >"$2/log" 2>&1 & server=$!; read -r line; kill -QUIT $server; wait $server; rm -rf "$2"';

function startServer(data: string, folder: string): ChildProcess {
  const [file, args] = command(['sh', '-c', WATCH, binary('postgres'), data, folder]);
  return spawn(file, [...args], { cwd: '/', stdio: ['pipe', 'ignore', 'ignore'] });
}

async function stopServer(server: ChildProcess, folder: string): Promise<void> {
  const ended = once(server, 'exit');
  server.stdin?.end();
  if (server.exitCode === null) await ended;
  await rm(folder, { recursive: true, force: true });
}

async function untilReady(server: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      return await query(url, 'select 1');
    } catch (error) {
      if (Date.now() < deadline && server.exitCode === null) await wait(50);
      else {
        server.stdin?.end();
        throw error;
      }
    }
  }
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function databasesOn(url: string, end: () => Promise<void>): PostgresServer {
  const names: string[] = [];
  return {
    createDatabase: async () => {
      const name = `test_${randomBytes(8).toString('hex')}`;
      await query(url, `create role ${name} login password '${name}'`);
      await query(url, `create database ${name} owner ${name}`);
      names.push(name);
      const address = new URL(url);
      address.pathname = `/${name}`;
      [address.username, address.password] = [name, name];
      return address.href;
    },
    stop: async () => {
      for (const name of names) {
        await query(url, `drop database if exists ${name} with (force)`);
        await query(url, `drop role if exists ${name}`);
      }
      await end();
    },
  };
}
