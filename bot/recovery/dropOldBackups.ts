import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backups } from './recoveryPorts.ts';

const DAY_MS = 86_400_000;

/** Removes backups in this folder that are older than so many days, and returns their paths. */
export async function dropOldBackups(
  folder: string,
  { backups, keepDays, now }: { readonly backups: Backups; readonly keepDays: number; readonly now: Date },
): Promise<readonly string[]> {
  const dropped: string[] = [];
  for (const name of (await readdir(folder)).filter((one) => backups.isBackup(one))) {
    const file = join(folder, name);
    if (now.getTime() - (await stat(file)).mtimeMs <= keepDays * DAY_MS) continue;
    await rm(file);
    dropped.push(file);
  }
  return dropped;
}
