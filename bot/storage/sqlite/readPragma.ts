import type { DatabaseSync } from 'node:sqlite';

/** The first value that a pragma returns. */
export function readPragma(database: DatabaseSync, pragma: string): unknown {
  return Object.values(database.prepare(`pragma ${pragma}`).get() ?? {})[0];
}
