import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** The settings in `.env` in the current folder, when there is one; those of the process go before them. */
export function environment(): Readonly<Record<string, string | undefined>> {
  const fromFile = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
  return { ...fromFile, ...process.env };
}
