import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startChild } from '../child.ts';
import { TokenClient } from './client.ts';
import { MIGRATING } from './points.ts';

describe('a start that is killed while it makes the tables', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'migration-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('F18 leaves nothing half: the next start makes them all', async () => {
    const settings = { PORT: '0', DATA_DIR: folder, DATABASE_URL: '', LOG_LEVEL: 'silent' };
    const dying = { ...settings, CHAOS_POINT: MIGRATING, CHAOS_AFTER: '7' };

    const killed = startChild('tests/chaos/server.ts', dying, { preload: './tests/chaos/dieAt.ts' });
    await expect(killed).rejects.toThrow('before it was ready');
    const server = await startChild('tests/chaos/server.ts', settings);
    const teacher = new TokenClient(server.url, 'after');
    await teacher.say('tip');
    teacher.hangUp();
    await server.stop();

    expect(teacher.acked).toBe(1);
  }, 90_000);
});
