import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { cachedContent } from '../content/cachedContent.ts';
import type { DirectLineLimits } from './channels/directLine/limits.ts';
import type { Config } from './config.ts';
import type { Storage } from './ports.ts';
import type { Running } from './serve.ts';

/** Kept free, so that erasing works on a full disk. */
const RESERVE_BYTES = 64 * 1024 * 1024;

/**
 * Starts the product. `limits` are for tests and measurements. Throws `ContentError` or `StorageError` with every
 * problem before anything listens.
 *
 * The database opens in its own thread while this one loads the rest.
 */
export async function start(config: Config, limits: Partial<DirectLineLimits> = {}): Promise<Running> {
  const opening = openStorage(config);
  opening.catch(() => undefined);
  try {
    const { serve } = await import('./serve.ts');
    const { cachedPatterns } = await import('./cachedPatterns.ts');
    const cache = join(config.dataDir, 'cache');
    const content = cachedContent(cache);
    const patterns = cachedPatterns(cache, content);
    const log = pino({ level: config.logLevel, base: null });
    return await serve({ config, limits, log, storage: await opening, content, patterns });
  } catch (error) {
    await opening.then((storage) => storage.close()).catch(() => undefined);
    throw error;
  }
}

/** Opens the database that is asked for, and loads no other. Rejects with `StorageError`, in words for the operator. */
export async function openStorage({ databaseUrl, dataDir }: Config): Promise<Storage> {
  if (databaseUrl) {
    const { openPostgres } = await import('./storage/postgres/openPostgres.ts');
    return openPostgres({ url: databaseUrl });
  }
  const { openSqlite } = await import('./storage/sqlite/openSqlite.ts');
  await mkdir(dataDir, { recursive: true });
  return openSqlite({ file: join(dataDir, 'op-een-lijn.db'), reserveBytes: RESERVE_BYTES });
}
