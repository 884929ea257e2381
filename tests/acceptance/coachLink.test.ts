import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startChild } from '../child.ts';
import { freePort } from '../freePort.ts';

/** Settings of no installation on this machine. */
const NO_ACCOUNTS = { OIDC_ISSUER: '', OIDC_CLIENT_ID: '', DATABASE_URL: '', LOG_LEVEL: 'silent' };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coach-link-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function coachLink(settings: Readonly<Record<string, string>>) {
  return spawnSync(process.execPath, ['bot/launch.mjs', 'bot/channels/console/coachLink.ts'], {
    encoding: 'utf8',
    env: { ...process.env, ...NO_ACCOUNTS, DATA_DIR: folder, ...settings },
  });
}

describe('npm run coach:link', () => {
  it('makes one more link while the bot runs, which lets one coach in', async () => {
    const port = String(await freePort());
    const bot = await startChild('bot/index.ts', { ...NO_ACCOUNTS, DATA_DIR: folder, PORT: port });

    const link = coachLink({ PORT: port }).stdout.trim();
    const enter = () =>
      fetch(link, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ name: 'Bo' }).toString(),
        redirect: 'manual',
      });
    const entries = [await enter(), await enter()];
    await bot.stop();

    expect(link.startsWith(`${bot.url}/sign-in/coach/`)).toBe(true);
    expect(entries.map(({ status }) => status)).toEqual([303, 404]);
  }, 60_000);

  it('makes none where coaches sign in with their account', () => {
    const { stdout, stderr, status } = coachLink({
      PUBLIC_URL: 'https://chat.school.nl',
      OIDC_ISSUER: 'https://sso.school.nl',
      OIDC_CLIENT_ID: 'op-een-lijn',
    });

    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('coaches sign in with their account');
  });
});
