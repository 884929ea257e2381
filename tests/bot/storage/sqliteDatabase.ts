import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openPlace } from './openPlace.ts';
import type { TestDatabase } from './testDatabase.ts';

/** A database file in a temporary folder of its own. */
export async function sqliteDatabase(): Promise<TestDatabase & { readonly folder: string; readonly file: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'storage-'));
  const file = join(folder, 'data', 'bot.db');
  const place = { kind: 'sqlite', file } as const;
  return {
    folder,
    file,
    place,
    open: () => openPlace(place),
    readRows: async () => rowsOf(file),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function rowsOf(file: string): string {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const tables = database.prepare("select name from sqlite_schema where type = 'table'").all();
    return JSON.stringify(tables.map(({ name }) => database.prepare(`select * from "${String(name)}"`).all()));
  } finally {
    database.close();
  }
}
