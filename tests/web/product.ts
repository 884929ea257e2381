import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DirectLineLimits } from '../../bot/channels/directLine/limits.ts';
import { readConfig } from '../../bot/config.ts';
import type { Running } from '../../bot/serve.ts';
import { start } from '../../bot/start.ts';
import { sharedCache } from '../theContent.ts';

/** The whole product in this process, with its data in a folder of its own. */
export interface Product {
  readonly url: string;
  /** Where its data is. */
  readonly folder: string;
  /** Stops it and starts it anew, with the same data at the same address. */
  restart(): Promise<void>;
  /** Stops it; its data is gone then. */
  stop(): Promise<void>;
}

/** Teachers in tests type faster than teachers do. */
const NO_HURRY = { turnsAtEasePerTenSeconds: 1e6 };

/** Starts the product as `npm start` does, on a free port. `settings` are those of `.env.example`. */
export async function startProduct(
  settings: Readonly<Record<string, string>> = {},
  limits: Partial<DirectLineLimits> = NO_HURRY,
): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'product-'));
  const config = readConfig({
    PORT: '0',
    DATA_DIR: folder,
    CACHE_DIR: sharedCache(),
    LOG_LEVEL: 'silent',
    ...settings,
  });
  let running: Running = await start(config, limits);
  const { url } = running;

  return {
    url,
    folder,
    async restart() {
      await running.close();
      running = await start({ ...config, port: Number(new URL(url).port) }, limits);
    },
    async stop() {
      await running.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
