import { appendFile, copyFile, mkdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StorageError } from '../../../bot/ports.ts';
import { sqliteDatabase } from './sqliteDatabase.ts';
import { aTurn, commitWithRetry, message, oneTo, openConversation, textsOf } from './turns.ts';

type SqliteTestDatabase = Awaited<ReturnType<typeof sqliteDatabase>>;

describe('a SQLite file', () => {
  let database: SqliteTestDatabase;

  beforeEach(async () => {
    database = await sqliteDatabase();
  });

  afterEach(() => database.remove());

  async function fill(): Promise<void> {
    const storage = await database.open();
    const opened = await openConversation(storage);
    for (const turn of oneTo(50))
      await commitWithRetry(storage, opened, { activities: [message(`${turn}`.repeat(500))] });
    await storage.close();
  }

  async function refusal(): Promise<Error> {
    const error = await database.open().then(
      async (storage) => {
        await storage.close();
        return new Error('It was opened.');
      },
      (reason: unknown) => reason,
    );
    if (!(error instanceof StorageError)) throw error;
    return error;
  }

  it('is made with its folder when there is none', async () => {
    const storage = await database.open();
    await storage.close();

    expect((await stat(database.file)).size).toBeGreaterThan(0);
  });

  it('keeps everything when it is closed and opened again', async () => {
    const first = await database.open();
    const opened = await openConversation(first);
    await first.conversations.commit(aTurn(opened, { activities: [message('still here')] }));
    await first.close();

    const second = await database.open();
    const texts = await textsOf(second, opened);
    await second.close();

    expect(texts).toEqual(['still here']);
  });

  it.each([
    ['is text', 'These are minutes of a meeting.'],
    ['is one byte', 'x'],
    ['is long but no database', '0123456789'.repeat(10_000)],
  ])('that %s is refused and left as it was', async (_kind, content) => {
    await mkdir(dirname(database.file));
    await writeFile(database.file, content);

    const { message: sentence } = await refusal();

    expect(sentence).toContain(database.file);
    expect(sentence).toContain('backup');
    expect(await readFile(database.file, 'utf8')).toBe(content);
  });

  it.each([
    ['deleted', (file: string) => rm(file)],
    ['exchanged for another', async (file: string) => rename(`${file}-other`, file)],
  ])('F12 that is %s while it is used takes no turn any more, and does not pass the check', async (_kind, harm) => {
    const storage = await database.open();
    const opened = await openConversation(storage);
    await copyFile(database.file, `${database.file}-other`);
    await harm(database.file);

    const turn = storage.conversations.commit(aTurn(opened));
    const check = storage.check();

    await expect(turn).rejects.toThrow(/taken away or exchanged.*backup/s);
    await expect(check).rejects.toThrow(database.file);
    await storage.close();
  });

  it('that is empty is refused, as something was there', async () => {
    await mkdir(dirname(database.file));
    await writeFile(database.file, '');

    expect((await refusal()).message).toContain('is empty');
    expect((await stat(database.file)).size).toBe(0);
  });

  it('that is gone while its log is not is refused', async () => {
    const storage = await database.open();
    await openConversation(storage);
    await copyFile(`${database.file}-wal`, `${database.file}.kept`);
    await storage.close();
    await rm(database.file);
    await copyFile(`${database.file}.kept`, `${database.file}-wal`);

    expect((await refusal()).message).toContain('is gone');
  });

  it('F11 that was cut off halfway is refused with the way to restore it', async () => {
    await fill();
    await truncate(database.file, 20_000);

    const { message: sentence } = await refusal();

    expect(sentence).toContain('is damaged');
    expect(sentence).toContain('newest backup');
  });

  it('F11 with damage in the middle is refused and left as it was', async () => {
    await fill();
    const bytes = await readFile(database.file);
    bytes.fill(0xff, 8192, 8192 * 4);
    await writeFile(database.file, bytes);

    expect((await refusal()).message).toContain('is damaged');
    expect((await readFile(database.file)).equals(bytes)).toBe(true);
  });

  it('of another program is refused and gets no tables', async () => {
    await mkdir(dirname(database.file));
    const other = new DatabaseSync(database.file);
    other.exec('create table recipes (name text)');
    other.close();

    expect((await refusal()).message).toContain('another program');
    expect(await database.readRows()).toBe('[[]]');
  });

  it('changed by a newer version is refused', async () => {
    await fill();
    const newer = new DatabaseSync(database.file);
    newer.exec("insert into kysely_migration values ('9999-from-the-future', '2030-01-01T00:00:00.000Z')");
    newer.close();

    expect((await refusal()).message).toContain('newer version of the bot (9999-from-the-future)');
  });

  it('whose folder cannot be made is refused by name', async () => {
    await writeFile(dirname(database.file), 'a file where a folder should be');

    expect((await refusal()).message).toContain(database.file);
  });

  it('F26 in which one state is damaged costs that conversation its state and the others nothing', async () => {
    const storage = await database.open();
    const [harmed, whole] = [await openConversation(storage), await openConversation(storage)];
    for (const one of [harmed, whole]) await commitWithRetry(storage, one, { state: { step: 3 } });
    await storage.close();
    const file = new DatabaseSync(database.file);
    file.prepare('update conversations set state = ? where id = ?').run('{"step":', harmed.id);
    file.close();

    const again = await database.open();
    const states = await Promise.all([harmed, whole].map(({ tenant, id }) => again.conversations.load(tenant, id)));
    await again.close();

    expect(states.map((conversation) => conversation?.state)).toEqual([{ damaged: true }, { step: 3 }]);
  });

  it('F11 with a torn end of the log opens with what was committed', async () => {
    const storage = await database.open();
    const opened = await openConversation(storage);
    await storage.conversations.commit(aTurn(opened, { activities: [message('committed')] }));
    await copyFile(database.file, `${database.file}.kept`);
    await copyFile(`${database.file}-wal`, `${database.file}.kept-wal`);
    await storage.close();
    await copyFile(`${database.file}.kept`, database.file);
    await copyFile(`${database.file}.kept-wal`, `${database.file}-wal`);
    await appendFile(`${database.file}-wal`, Buffer.alloc(3000, 0xaa));

    const recovered = await database.open();
    const texts = await textsOf(recovered, opened);
    await recovered.close();

    expect(texts).toEqual(['committed']);
  });
});
