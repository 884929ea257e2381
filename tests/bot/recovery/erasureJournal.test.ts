import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { backupName } from '../../../bot/recovery/backupName.ts';
import { dropOldBackups } from '../../../bot/recovery/dropOldBackups.ts';
import { ErasureJournal } from '../../../bot/recovery/erasureJournal.ts';
import { readJournal } from '../../../bot/recovery/readJournal.ts';
import type { JournalEntry } from '../../../bot/recovery/recoveryPorts.ts';
import { digest } from '../../../bot/storage/digest.ts';
import { sqliteBackups } from '../../../bot/storage/sqlite/sqliteBackups.ts';
import { moment } from '../storage/turns.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function erased(minutes = 0): JournalEntry {
  return { id: randomUUID(), at: moment(minutes), what: 'user', of: digest('school', 'teacher-1') };
}

/** A database that knows these; `unwritten` are not in the file yet. */
function knowing(all: readonly JournalEntry[], unwritten: readonly JournalEntry[] = all) {
  const written: string[] = [];
  return {
    written,
    store: {
      list: async (which: 'unwritten' | 'all') =>
        which === 'all' ? all : unwritten.filter(({ id }) => !written.includes(id)),
      written: async (ids: readonly string[]) => void written.push(...ids),
      reapply: () => Promise.reject(new Error('Not asked for.')),
      count: async () => ({}),
    },
  };
}

function journalOf(
  store: ReturnType<typeof knowing>['store'],
  { file = join(folder, 'elsewhere', 'erasures.jsonl'), againMs = 60_000 } = {},
) {
  const logged: unknown[] = [];
  const log = { info: (line: unknown) => void logged.push(line), error: (line: unknown) => void logged.push(line) };
  return { file, logged, journal: new ErasureJournal({ store, file, log, againMs }) };
}

describe('the journal of erasures', () => {
  it('has each entry once in its file and in the log, and the database knows', async () => {
    const entries = [erased(), erased(1)];
    const { store, written } = knowing(entries);
    const { journal, file, logged } = journalOf(store);

    await Promise.all([journal.flush(), journal.flush()]);

    expect((await readJournal([file])).entries).toEqual(entries);
    expect(logged).toEqual(entries.map((entry) => ({ journal: entry })));
    expect(written).toEqual(entries.map(({ id }) => id));
  });

  it('gets all that the database knows when its file is gone', async () => {
    const [old, fresh] = [erased(), erased(1)];
    const { journal, file } = journalOf(knowing([old, fresh], [fresh]).store);

    await journal.flush();

    expect((await readJournal([file])).entries).toEqual([old, fresh]);
  });

  it('that cannot be written is said, and gets the same next time', async () => {
    const entry = erased();
    const { store, written } = knowing([entry]);
    await writeFile(join(folder, 'elsewhere'), 'no folder');
    const { journal, file, logged } = journalOf(store);

    await journal.flush();
    await rm(join(folder, 'elsewhere'));
    await journal.flush();

    expect(logged).toContainEqual(expect.objectContaining({ code: 'EEXIST' }));
    expect((await readJournal([file])).entries).toEqual([entry]);
    expect(written).toEqual([entry.id]);
  });

  it('that could not be written is tried again without anybody asking', async () => {
    const entry = erased();
    await writeFile(join(folder, 'elsewhere'), 'no folder');
    const { journal, file } = journalOf(knowing([entry]).store, { againMs: 20 });

    await journal.flush();
    await rm(join(folder, 'elsewhere'));

    while (!existsSync(file)) await wait(5);
    await journal.flush();
    expect((await readJournal([file])).entries).toEqual([entry]);
  });
});

describe('reading journals', () => {
  it('finds entries between other lines of a log, each once, the oldest first, and counts what is damaged', async () => {
    const [first, second] = [erased(1), erased(2)];
    const [log, file] = [join(folder, 'log'), join(folder, 'erasures.jsonl')];
    await writeFile(
      log,
      `{"level":30,"msg":"reply"}\n{"level":30,"journal":${JSON.stringify(second)},"msg":"noted"}\n`,
    );
    await writeFile(file, `${JSON.stringify(second)}\n${JSON.stringify(first)}\n${JSON.stringify(first).slice(0, 90)}`);

    expect(await readJournal([log, file])).toEqual({ entries: [first, second], damaged: 1 });
  });
});

describe('old backups', () => {
  it('go after their days, and nothing else in the folder does', async () => {
    const now = new Date('2026-11-23T12:00:00Z');
    const backups = sqliteBackups(join(folder, 'op-een-lijn.db'));
    const [old, fresh] = [backupName(new Date('2026-10-01T12:00:00Z'), 'db'), backupName(now, 'db')];
    for (const name of [old, fresh, 'notes.txt']) await writeFile(join(folder, name), '');
    for (const name of [old, 'notes.txt']) await utimes(join(folder, name), now, new Date('2026-10-01T12:00:00Z'));
    await utimes(join(folder, fresh), now, now);

    expect(await dropOldBackups(folder, { backups, keepDays: 35, now })).toEqual([join(folder, old)]);
    expect(await readFile(join(folder, 'notes.txt'), 'utf8')).toBe('');
  });
});
