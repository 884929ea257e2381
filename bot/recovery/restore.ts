import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Storage, StorageError } from '../ports.ts';
import { readJournal } from './readJournal.ts';
import type { Backups, Reapplied } from './recoveryPorts.ts';

/** What a restore works with. */
export interface Restoring {
  readonly backups: Backups;
  /** A backup, or a folder of them: then the newest. Null when the database was put back already, by other means. */
  readonly from: string | null;
  /** Journals, and logs that hold their entries. */
  readonly journals: readonly string[];
  /** Opens the database that was put back; its tables are brought up to date. */
  readonly open: () => Promise<Storage>;
  /** Told of each step, in a sentence. */
  readonly say: (sentence: string) => void;
}

/**
 * Puts a backup in the place of the database, and does again what was erased and withdrawn after it was made: nobody
 * can read it in between. The journals are read first, so that one that is missing stops it before anything changes. Returns whether all
 * chains of who did what are whole. Throws `StorageError` when it cannot be done.
 */
export async function restore({ backups, from, journals, open, say }: Restoring): Promise<boolean> {
  const { entries, damaged } = await readJournal(journals);
  if (from !== null) {
    for (const sentence of await backups.putBack(await newestIn(from, backups))) say(sentence);
  }

  const storage = await open();
  try {
    const result = await storage.journal.reapply(entries);
    for (const sentence of sentencesOn(result, damaged)) say(sentence);
    say(`It holds: ${inWords(await storage.journal.count(null))}.`);
    return result.brokenChains.length === 0;
  } finally {
    await storage.close();
  }
}

async function newestIn(from: string, backups: Backups): Promise<string> {
  const found = await stat(from).catch(() => undefined);
  if (!found?.isDirectory()) return from;
  const newest = (await readdir(from))
    .filter((name) => backups.isBackup(name))
    .toSorted()
    .at(-1);
  if (newest === undefined) throw new StorageError(`There is no backup in ${from} that fits this database.`);
  return join(from, newest);
}

function sentencesOn(
  { applied, known, signedOut, brokenChains, newest }: Reapplied,
  damaged: number,
): readonly string[] {
  return [
    newest === null ? 'No conversation is in it.' : `What teachers said after ${newest} is lost.`,
    `Erased or withdrawn since, and done again: ${applied}. Known to the backup: ${known}.`,
    ...(damaged > 0 ? [`Lines of the journal that could not be read: ${damaged}.`] : []),
    `Everybody signs in again: ${signedOut} sign-ins and links have ended.`,
    brokenChains.length === 0
      ? 'The list of who did what is whole.'
      : `The list of who did what is NOT as it was written, of: ${brokenChains.join(', ')}.`,
  ];
}

function inWords(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([table, count]) => `${table} ${count}`)
    .join(', ');
}
