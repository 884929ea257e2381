import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { teamsLoad } from '../../../bench/teams/teamsLoad.ts';
import { type Child, startChild } from '../../../child.ts';
import { freePort } from '../../../freePort.ts';
import { botSettings } from './fakeTeams/botSettings.ts';
import { type FakeTeams, startFakeTeams } from './fakeTeams/fakeTeams.ts';
import { WallClock } from './fakeTeams/wallClock.ts';

/** The short form of `npm run bench -- --teams`. */
describe('the product in Teams when all come at once', () => {
  let folder: string;
  let teams: FakeTeams;
  let bot: Child;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'teams-load-'));
    teams = await startFakeTeams(new WallClock());
    bot = await startChild('bot/index.ts', botSettings(teams, await freePort(), folder));
    teams.connectTo(bot.url);
  }, 60_000);

  afterEach(async () => {
    await bot.stop();
    await teams[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  it('L10 loses nothing and keeps the order of sixty turns a second, where fifty messages a second are let through', async () => {
    const report = await teamsLoad(teams, { conversations: 30, turnsPerSecond: 60, seconds: 3 });

    expect(report).toMatchObject({ turns: 180, accepted: 180, lost: 0, twice: 0, outOfOrder: 0 });
  }, 180_000);
});
