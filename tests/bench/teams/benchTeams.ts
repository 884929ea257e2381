import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { botSettings } from '../../bot/channels/teams/fakeTeams/botSettings.ts';
import { startFakeTeams } from '../../bot/channels/teams/fakeTeams/fakeTeams.ts';
import { WallClock } from '../../bot/channels/teams/fakeTeams/wallClock.ts';
import { residentMb, startChild } from '../../child.ts';
import { freePort } from '../../freePort.ts';
import { type TeamsLoad, type TeamsLoadReport, teamsLoad } from './teamsLoad.ts';

/** What a board of 1,500 teachers is at its busiest. */
const LOAD: TeamsLoad = { conversations: 300, turnsPerSecond: 60, seconds: 60 };
const REPORT = '.data/reports/bench-teams.json';

/** 60 turns a second to the product in a process of its own, with a connector that takes 50 messages a second. */
export async function benchTeams(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'op-een-lijn-bench-teams-'));
  const teams = await startFakeTeams(new WallClock());
  const bot = await startChild('bot/index.ts', botSettings(teams, await freePort(), folder));
  try {
    teams.connectTo(bot.url);
    const atRestMb = await residentMb(bot);
    const figures = await teamsLoad(teams, LOAD);
    const report = {
      at: new Date().toISOString(),
      node: process.version,
      ...figures,
      atRestMb,
      memoryMb: await residentMb(bot),
    };
    await mkdir('.data/reports', { recursive: true });
    await writeFile(REPORT, `${JSON.stringify(report, null, 2)}\n`);
    print(figures, `${report.atRestMb} / ${report.memoryMb}`);
  } finally {
    await bot.stop();
    await teams[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  }
}

function print(report: TeamsLoadReport, memoryMb: string): void {
  const rows = [
    ['Teams', 'measured', 'goal'],
    ['turns offered (per second)', `${report.turns} (${report.offeredPerSecond})`, '60 for 60 s'],
    ['kept', String(report.accepted), 'all'],
    ['from turn to kept: p50 / p99 (ms)', `${report.acceptMs.p50} / ${report.acceptMs.p99}`, '<= 10000'],
    ['answers lost / twice', `${report.lost} / ${report.twice}`, '0 / 0'],
    ['conversations out of order', String(report.outOfOrder), '0'],
    ['answers per second, and in the busiest one', `${report.answersPerSecond}, ${report.mostPerSecond}`, '<= 50'],
    ['messages turned away as too many', String(report.tooMany), ''],
    ['from turn to answer: p50 / p99 (ms)', `${report.answerMs.p50} / ${report.answerMs.p99}`, ''],
    ['from the last turn to the last answer (s)', String(report.drainSeconds), ''],
    ['memory before / after (MB)', memoryMb, '<= 512'],
  ];
  for (const [name = '', measured = '', goal = ''] of rows) {
    console.log(`${name.padEnd(52)}${measured.padEnd(18)}${goal}`);
  }
}
