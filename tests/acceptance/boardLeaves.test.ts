import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Storage } from '../../bot/ports.ts';
import { deleteBoard, exportBoard } from '../../bot/recovery/boardExport.ts';
import { openPlace } from '../bot/storage/openPlace.ts';
import { shared } from '../bot/storage/shares.ts';
import { commitWithRetry, message, moment } from '../bot/storage/turns.ts';
import { runConsole } from './runConsole.ts';

const CANARY = 'Zywxqberg';

let folder: string;
let settings: Readonly<Record<string, string>>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'board-'));
  settings = { DATA_DIR: join(folder, 'data'), DATABASE_URL: '', ERASURE_JOURNAL: '', LOG_LEVEL: 'silent' };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function inStorage<T>(work: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openPlace({ kind: 'sqlite', file: join(folder, 'data', 'op-een-lijn.db') });
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}

/** A rehearsal of an organisation, shared with a coach. */
const somebody = () =>
  inStorage(async (storage) => {
    const { home, tenant } = await shared(storage, {}, CANARY);
    await commitWithRetry(storage, home, { activities: [message(CANARY)] });
    return { home, tenant };
  });

const board = (...args: readonly string[]) => runConsole('board', args, settings);

describe('a board that leaves', () => {
  it('P19 takes all that it has along, and then nothing of it is left, with proof; others keep theirs', async () => {
    const { tenant } = await somebody();
    const stays = await somebody();
    const to = join(folder, 'export');

    const exported = board('export', '--tenant', tenant, '--to', to);
    const deleted = board('delete', '--tenant', tenant, '--export', to);

    const proof = JSON.parse(await readFile(join(to, 'proof-of-deletion.json'), 'utf8'));
    const files = (await readdir(to, { recursive: true })).toSorted();
    expect([exported.code, deleted.code]).toEqual([0, 0]);
    expect(files).toEqual(expect.arrayContaining(['audit.json', 'coaches.json', 'people/00001.json', 'shares.json']));
    expect(await readFile(join(to, 'people', '00001.json'), 'utf8')).toContain(CANARY);
    expect(proof).toMatchObject({ tenant, rowsBefore: { conversations: 1, rehearsals: 1, shares: 1 } });
    expect(new Set(Object.values(proof.rowsAfter))).toEqual(new Set([0]));
    expect(await inStorage((storage) => storage.boards.tenants())).toEqual([stays.tenant]);
    const bytes = await readFile(join(folder, 'data', 'op-een-lijn.db'), 'latin1');
    expect(bytes).not.toContain(tenant);
  }, 60_000);

  it('P19 is not erased while the export is of another moment, or not whole', async () => {
    const { home, tenant } = await somebody();
    const order = { tenant, folder: join(folder, 'export'), at: moment(9) };

    await inStorage(async (storage) => {
      await exportBoard(storage, order);
      await commitWithRetry(storage, home, { activities: [message('later')] });
      await expect(deleteBoard(storage, order)).rejects.toThrow('something was added or erased (activities');
      await exportBoard(storage, order);
      await writeFile(join(order.folder, 'audit.json'), '[]');
      await expect(deleteBoard(storage, order)).rejects.toThrow('not whole: audit.json');

      expect(await storage.boards.tenants()).toEqual([tenant]);
    });
  });
});
