import { readFile } from 'node:fs/promises';
import { type JournalEntry, journalEntrySchema } from './recoveryPorts.ts';

/** What these files hold of a journal. */
export interface JournalRead {
  /** Each once, the oldest first. */
  readonly entries: readonly JournalEntry[];
  /** Lines of a journal that are damaged: the last one of a machine that died may be. */
  readonly damaged: number;
}

/** Reads journals, and logs in which their entries stand between other lines. Rejects when a file cannot be read. */
export async function readJournal(files: readonly string[]): Promise<JournalRead> {
  const found = new Map<string, JournalEntry>();
  let damaged = 0;
  for (const file of files) {
    for (const line of (await readFile(file, 'utf8')).split('\n')) {
      if (!line.includes('"what":')) continue;
      const entry = entryIn(line);
      if (entry) found.set(entry.id, entry);
      else damaged += 1;
    }
  }
  return { entries: [...found.values()].toSorted((one, other) => one.at.localeCompare(other.at)), damaged };
}

function entryIn(line: string): JournalEntry | undefined {
  try {
    const json: unknown = JSON.parse(line);
    const isLogLine = typeof json === 'object' && json !== null && 'journal' in json;
    return journalEntrySchema.safeParse(isLogLine ? json.journal : json).data;
  } catch {
    return undefined;
  }
}
