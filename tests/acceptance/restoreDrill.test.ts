import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readConfig } from '../../bot/config.ts';
import type { Storage } from '../../bot/ports.ts';
import { restore } from '../../bot/recovery/restore.ts';
import { openBackups, withJournal } from '../../bot/start.ts';
import { sqliteBackups } from '../../bot/storage/sqlite/sqliteBackups.ts';
import { openPlace } from '../bot/storage/openPlace.ts';
import { rehearsed, shared } from '../bot/storage/shares.ts';
import type { Place } from '../bot/storage/testDatabase.ts';
import { commitWithRetry, moment } from '../bot/storage/turns.ts';
import { type Child, startChild } from '../child.ts';
import { freePort } from '../freePort.ts';
import { hasPostgres, type PostgresServer, startPostgres } from '../postgres.ts';
import { runConsole } from './runConsole.ts';
import { parentLines, TeacherScript } from './teacherScript.ts';

const CANARY = 'Zywxqberg';
const silent = { info: () => {}, error: () => {} };

let folder: string;
let server: PostgresServer | undefined;
const bots: Child[] = [];

beforeAll(async () => {
  if (hasPostgres()) server = await startPostgres();
}, 60_000);
afterAll(() => server?.stop());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drill-'));
});
afterEach(async () => {
  for (const bot of bots.splice(0)) if (bot.process.signalCode === null) await bot.stop();
  await rm(folder, { recursive: true, force: true });
});

type Settings = Readonly<Record<string, string>>;

/** A machine: its disk and its database are its own; the journal is on another disk. */
async function machine(name: string, kind: string): Promise<Settings> {
  return {
    PORT: String(await freePort()),
    DATA_DIR: join(folder, name),
    DATABASE_URL: kind === 'PostgreSQL' ? ((await server?.createDatabase()) ?? '') : '',
    ERASURE_JOURNAL: join(folder, 'elsewhere', 'erasures.jsonl'),
    PUBLIC_URL: '',
    LOG_LEVEL: 'silent',
  };
}

async function inStorage<T>(settings: Settings, work: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = withJournal(readConfig(settings), await openPlace(placeOf(settings)), silent);
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}

function placeOf(settings: Settings): Place {
  const { DATABASE_URL: url = '' } = settings;
  return url ? { kind: 'postgres', url } : { kind: 'sqlite', file: fileOf(settings) };
}

function fileOf(settings: Settings): string {
  return join(settings['DATA_DIR'] ?? '', 'op-een-lijn.db');
}

async function startBot(settings: Settings): Promise<Child> {
  const bot = await startChild('bot/index.ts', settings);
  bots.push(bot);
  return bot;
}

async function lose(bot: Child): Promise<void> {
  bot.process.kill('SIGKILL');
  await once(bot.process, 'exit');
}

describe('a machine that is lost', () => {
  it('F17 comes back from its backup: all of it, the rehearsals go on, and what was erased since stays erased', async () => {
    const old = await machine('old', 'SQLite');
    const backups = join(folder, 'backups');
    const bot = await startBot(old);
    const [stays, goes] = [await TeacherScript.begin(bot.url), await TeacherScript.begin(bot.url)];
    await stays.say('oefenen left-out-in-the-block-corner');
    await stays.say('Wat naar dat het zo loopt.');
    await goes.say('oefenen left-out-in-the-block-corner');
    await goes.say(`Mijn geheime zin over ${CANARY}.`);
    const kept = await stays.everything();

    const made = runConsole('backup', ['--to', backups], old);
    await goes.say('verwijder mijn gegevens');
    await goes.say('Ja, wis alles');
    await stays.say('Dit komt na de kopie.');
    await lose(bot);
    await rm(String(old['DATA_DIR']), { recursive: true });

    const fresh = await machine('new', 'SQLite');
    const restored = runConsole('restore', ['--from', backups], fresh);
    const left = await inStorage(fresh, everything);
    const again = await startBot(fresh);
    const back = stays.at(again.url);

    expect([made.code, restored.code, restored.text]).toEqual([0, 0, expect.stringContaining('done again: 1')]);
    expect(await back.everything()).toEqual(kept);
    expect(parentLines(await back.say('Wat merkt u thuis aan Sam?'))).toHaveLength(1);
    expect(left).not.toContain(CANARY);
    expect(await readFile(String(old['ERASURE_JOURNAL']), 'utf8')).not.toMatch(/Zywxq|dl_/);
  }, 120_000);

  it.each(hasPostgres() ? ['SQLite', 'PostgreSQL'] : ['SQLite'])(
    'F17 has the same counts and the same chain of who did what as its backup, but for what was taken away since (%s)',
    async (kind) => {
      const [old, fresh] = [await machine('old', kind), await machine('new', kind)];
      const backups = await openBackups(readConfig(old));
      const { share, counts, chain, backup } = await inStorage(old, async (storage) => {
        const talk = await shared(storage, {}, CANARY);
        await rehearsed(storage, CANARY, { tenant: talk.tenant, userId: 'goes' });
        return {
          ...talk,
          backup: await backups.make(join(folder, 'backups')),
          counts: await storage.journal.count(null),
          chain: await storage.audit.ofRehearsal(talk.tenant, talk.share.teacherId, talk.rehearsalId),
        };
      });
      const { tenant, teacherId, id } = share;
      await inStorage(old, async (storage) => {
        const [goes] = await storage.conversations.listOf(tenant, 'goes', 1);
        if (goes) await commitWithRetry(storage, goes, { eraseUser: true, activities: [] });
        await storage.shares.withdraw({ tenant, teacherId, id, at: moment(9) });
      });

      const said: string[] = [];
      const isWhole = await restore({
        backups: await openBackups(readConfig(fresh)),
        from: backup,
        journals: [String(old['ERASURE_JOURNAL'])],
        open: () => openPlace(placeOf(fresh)),
        say: (sentence) => said.push(sentence),
      });

      const after = await inStorage(fresh, async (storage) => ({
        counts: await storage.journal.count(null),
        audit: await storage.audit.ofRehearsal(tenant, teacherId, share.rehearsalId),
        goes: await storage.conversations.listOf(tenant, 'goes', 1),
      }));
      expect([isWhole, said.join()]).toEqual([true, expect.stringContaining('done again: 2')]);
      expect(after.counts).toEqual({
        ...counts,
        conversations: 1,
        activities: 2,
        rehearsals: 1,
        dedupe: 1,
        audit: 2,
        erasures: 1,
        journal: 2,
      });
      expect(after.audit.slice(0, -1)).toEqual(chain);
      expect(after.audit.map(({ action }) => action)).toEqual(['shared', 'withdrawn']);
      expect(after.goes).toEqual([]);
    },
    60_000,
  );
});

async function everything(storage: Storage): Promise<string> {
  const all: unknown[] = [];
  for (const tenant of await storage.boards.tenants()) {
    for (const person of await storage.boards.people(tenant))
      all.push(await storage.personalData.export(tenant, person));
  }
  return JSON.stringify(all);
}

describe('a restore', () => {
  const backups = () => join(folder, 'backups');

  async function aBackup(here: Settings): Promise<void> {
    await inStorage(here, (storage) => storage.check());
    await sqliteBackups(fileOf(here)).make(backups());
  }

  it('F17 moves what is there aside, and deletes nothing', async () => {
    const here = await machine('only', 'SQLite');
    await aBackup(here);

    const said = await sqliteBackups(fileOf(here)).putBack(join(backups(), (await readdir(backups()))[0] ?? ''));

    const aside = /What was there is in (\S+):/.exec(said.join())?.[1] ?? '';
    expect(existsSync(join(aside, 'op-een-lijn.db'))).toBe(true);
    expect(await inStorage(here, (storage) => storage.check())).toBeUndefined();
  });

  it('F17 changes nothing when the backup is not whole', async () => {
    const here = await machine('only', 'SQLite');
    await aBackup(here);
    const before = await readFile(fileOf(here));

    await expect(sqliteBackups(fileOf(here)).putBack('package.json')).rejects.toThrow('is not whole');

    expect(await readFile(fileOf(here))).toEqual(before);
  });

  it('F17 does not begin while the journal of erasures is missing', async () => {
    const here = await machine('only', 'SQLite');
    await aBackup(here);

    const { code, text } = runConsole('restore', ['--from', backups()], here);

    expect([code, text]).toEqual([1, expect.stringContaining('There is no journal of erasures')]);
    expect((await readdir(here['DATA_DIR'] ?? '')).filter((name) => name.startsWith('aside'))).toEqual([]);
  });

  it('F17 erases again in a database that was put back by other means', async () => {
    const here = await machine('only', 'SQLite');
    const { tenant, home } = await inStorage(here, async (storage) => {
      const talk = await rehearsed(storage, CANARY);
      await storage.conversations.open({ ...talk.home, id: 'other', at: moment() });
      return talk;
    });
    await aBackup(here);
    await inStorage(here, (storage) => commitWithRetry(storage, home, { eraseUser: true, activities: [] }));
    const file = fileOf(here);
    await Promise.all(['-wal', '-shm', ''].map((end) => rm(file + end, { force: true })));
    await copyFile(join(backups(), (await readdir(backups()))[0] ?? ''), file);

    await restore({
      backups: sqliteBackups(file),
      from: null,
      journals: [String(here['ERASURE_JOURNAL'])],
      open: () => openPlace(placeOf(here)),
      say: () => {},
    });

    expect(await inStorage(here, (storage) => storage.boards.people(tenant))).toEqual([]);
    expect(await readFile(file, 'latin1')).not.toContain(CANARY);
  });
});
