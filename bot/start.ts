import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { cachedContent } from '../content/cachedContent.ts';
import type { DirectLineLimits } from './channels/directLine/limits.ts';
import type { Config } from './config.ts';
import { requestNotes } from './http/requestNotes.ts';
import type { Storage } from './ports.ts';
import { ErasureJournal } from './recovery/erasureJournal.ts';
import { journaledStorage } from './recovery/journaledStorage.ts';
import type { Backups } from './recovery/recoveryPorts.ts';
import type { Running } from './serve.ts';

/** Kept free, so that erasing works on a full disk. */
const RESERVE_BYTES = 64 * 1024 * 1024;

/**
 * Starts the product. `limits` are for tests and measurements. Throws `ContentError` or `StorageError` with every
 * problem before anything listens.
 *
 * SQLite opens in its own thread while this one loads the rest. PostgreSQL comes first: a thread that loads hears too late
 * that its connection stands.
 */
export async function start(config: Config, limits: Partial<DirectLineLimits> = {}): Promise<Running> {
  const opening = openStorage(config);
  opening.catch(() => undefined);
  try {
    if (config.databaseUrl) await opening;
    const { serve } = await import('./serve.ts');
    const { cachedPatterns } = await import('./cachedPatterns.ts');
    const content = cachedContent(config.cacheDir);
    const patterns = cachedPatterns(config.cacheDir, content);
    const log = pino({ level: config.logLevel, base: null, mixin: requestNotes });
    const storage = withJournal(config, await opening, log);
    return await serve({ config, limits, log, storage, content, patterns });
  } catch (error) {
    await opening.then((storage) => storage.close()).catch(() => undefined);
    throw error;
  }
}

/** The storage, which tells the journal outside it what it takes away; the journal gets now what it has missed. */
export function withJournal(config: Config, storage: Storage, log: Pick<Logger, 'info' | 'error'>): Storage {
  const journal = new ErasureJournal({ store: storage.journal, file: config.erasureJournal, log });
  void journal.flush();
  return journaledStorage(storage, journal);
}

/** Backups of the database that is asked for. */
export async function openBackups(config: Config): Promise<Backups> {
  const { databaseUrl } = config;
  if (databaseUrl) {
    const { postgresBackups } = await import('./storage/postgres/postgresBackups.ts');
    return postgresBackups(databaseUrl);
  }
  const { sqliteBackups } = await import('./storage/sqlite/sqliteBackups.ts');
  return sqliteBackups(databaseFile(config));
}

/** Opens the database that is asked for, and loads no other. Rejects with `StorageError`, in words for the operator. */
export async function openStorage(config: Config): Promise<Storage> {
  const { databaseUrl, dataDir } = config;
  if (databaseUrl) {
    const { openPostgres } = await import('./storage/postgres/openPostgres.ts');
    return openPostgres({
      url: databaseUrl,
      connections: config.databaseConnections,
      durability: config.databaseDurability,
    });
  }
  const { openSqlite } = await import('./storage/sqlite/openSqlite.ts');
  await mkdir(dataDir, { recursive: true });
  return openSqlite({ file: databaseFile(config), reserveBytes: RESERVE_BYTES });
}

function databaseFile({ dataDir }: Config): string {
  return join(dataDir, 'op-een-lijn.db');
}
