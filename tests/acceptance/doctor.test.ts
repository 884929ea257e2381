import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { botSettings } from '../bot/channels/teams/fakeTeams/botSettings.ts';
import { FakeClock } from '../bot/channels/teams/fakeTeams/fakeClock.ts';
import { startFakeTeams } from '../bot/channels/teams/fakeTeams/fakeTeams.ts';
import { startChild } from '../child.ts';
import { freePort } from '../freePort.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doctor-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

type Settings = Readonly<Record<string, string>>;

function doctor(settings: Settings): Promise<{ readonly code: number; readonly text: string }> {
  const env = { ...process.env, DATA_DIR: folder, DATABASE_URL: '', ...settings };
  const file = 'bot/channels/console/doctor.ts';
  return new Promise((resolve) => {
    execFile(process.execPath, ['bot/launch.mjs', file], { env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, text: `${stdout}${stderr}` });
    });
  });
}

describe('npm run doctor', () => {
  it('finds a running bot in Teams well, from its port to its public address', async () => {
    await using teams = await startFakeTeams(new FakeClock(new Date().toISOString()));
    const settings = botSettings(teams, await freePort(), folder);
    const bot = await startChild('bot/index.ts', settings);

    const { code, text } = await doctor(settings);
    await bot.stop();

    expect(text).toMatch(
      /bot is running[\s\S]*can write[\s\S]*clock agrees[\s\S]*keys[\s\S]*signs the bot in[\s\S]*leads to the bot/,
    );
    expect(text).toContain('Nothing is wrong.');
    expect(code).toBe(0);
  }, 90_000);

  it('ends with 1 when a setting is wrong, and says which', async () => {
    const { code, text } = await doctor({ PORT: 'many' });

    expect(code).toBe(1);
    expect(text).toMatch(/WRONG +The setting PORT is not right/);
  });
});
