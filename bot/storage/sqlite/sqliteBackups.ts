import { existsSync } from 'node:fs';
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StorageError } from '../../ports.ts';
import { backupName, isBackupName } from '../../recovery/backupName.ts';
import type { Backups } from '../../recovery/recoveryPorts.ts';
import { APPLICATION_ID } from './openFile.ts';
import { readPragma } from './readPragma.ts';

/** Longer than a write may take. */
const BUSY_MS = 30_000;
/** What SQLite keeps beside its file. */
const BESIDE = ['', '-wal', '-shm'] as const;

/**
 * Backups of one database file, also while the bot runs: a copy of one moment, without what was erased (`vacuum into`). On
 * the way back the old files are moved aside, into a folder beside them.
 */
export function sqliteBackups(file: string, now: () => Date = () => new Date()): Backups {
  return {
    isBackup: (name) => isBackupName(name, 'db'),
    make: async (folder) => {
      if (!existsSync(file)) throw new StorageError(`There is no database ${file}: nothing to back up.`);
      await mkdir(folder, { recursive: true });
      const backup = join(folder, backupName(now(), 'db'));
      const part = `${backup}.part`;
      await rm(part, { force: true });
      copyInto(file, part);
      refuseUnlessWhole(part, backup);
      await flush(part);
      await rename(part, backup);
      return backup;
    },
    putBack: async (backup) => {
      if (!existsSync(backup)) throw new StorageError(`There is no file ${backup}.`);
      await mkdir(dirname(file), { recursive: true });
      const part = `${file}.restoring`;
      for (const end of BESIDE) await rm(part + end, { force: true });
      await copyFile(backup, part);
      if (existsSync(`${backup}-wal`)) await copyFile(`${backup}-wal`, `${part}-wal`);
      refuseUnlessWhole(part, backup);
      await flush(part);
      const aside = await moveAside(file, now());
      await rename(part, file);
      await flush(dirname(file));
      return [...aside, `${backup} is now ${file}.`];
    },
  };
}

function copyInto(file: string, copy: string): void {
  const database = new DatabaseSync(file, { timeout: BUSY_MS });
  try {
    database.prepare('vacuum into ?').run(copy);
  } finally {
    database.close();
  }
}

/** Also brings over what stands in a log beside it, so that the file alone is all of it. */
function refuseUnlessWhole(file: string, name: string): void {
  const verdict = verdictOn(file);
  if (verdict !== 'ok') throw new StorageError(`The backup ${name} is not whole (${verdict}). Take an earlier one.`);
}

function verdictOn(file: string): string {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    if (readPragma(database, 'application_id') !== APPLICATION_ID) return 'it is no database of this bot';
    database.exec('pragma journal_mode = delete');
    return String(readPragma(database, 'integrity_check(1)'));
  } catch {
    return 'it is damaged';
  } finally {
    database?.close();
  }
}

async function moveAside(file: string, at: Date): Promise<readonly string[]> {
  const there = BESIDE.filter((end) => existsSync(file + end));
  if (there.length === 0) return [];
  const folder = join(dirname(file), `aside-${at.toISOString().replaceAll(/[-:.]/g, '')}`);
  await mkdir(folder);
  for (const end of there) await rename(file + end, join(folder, basename(file) + end));
  return [`What was there is in ${folder}: delete it once all is well, for it holds what teachers said.`];
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
