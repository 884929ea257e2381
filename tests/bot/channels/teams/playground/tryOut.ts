import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../../../browser.ts';
import { startChild } from '../../../../child.ts';
import { freePort } from '../../../../freePort.ts';
import { botSettings } from '../fakeTeams/botSettings.ts';
import { startFakeTeams } from '../fakeTeams/fakeTeams.ts';
import { WallClock } from '../fakeTeams/wallClock.ts';
import { startBridge } from './bridge.ts';

/**
 * `npm run teams:playground -- <folder>`: the bot in Microsoft's Agents Playground, which is installed in that folder and is no part
 * of this project (evaluation licence). Welcome, tip, a whole rehearsal, a debrief that turns its pages in place, a search while writing; pictures go to
 * `.data/reports/playground/`. Ends with 1 when something does not hold.
 */
const folder = process.argv[2];
if (folder === undefined) {
  console.error(
    'Say in which folder @microsoft/m365agentsplayground is installed: npm run teams:playground -- ../playground',
  );
  process.exit(1);
}
const PICTURES = '.data/reports/playground';
const PATIENCE_MS = 20_000;

const data = await mkdtemp(join(tmpdir(), 'playground-'));
await mkdir(PICTURES, { recursive: true });
const port = await freePort();
const teams = await startFakeTeams(new WallClock());
const bot = await startChild('bot/index.ts', {
  ...botSettings(teams, await freePort(), data),
  TEAMS_SERVICE_HOSTS: `localhost:${port}`,
});
const bridge = await startBridge(teams, bot.url);
const playground = spawn(
  process.execPath,
  [
    join(folder, 'node_modules/@microsoft/m365agentsplayground/cli.js'),
    ...['start', '-e', bridge.endpoint, '-c', 'msteams', '-p', String(port), '--dt'],
  ],
  { stdio: 'ignore', cwd: folder, env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' } },
);
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1400, height: 1000 }, locale: 'nl-NL' });
let failed = 0;

try {
  await opened(page);
  await holds('welcome', () => shown('computer'));
  await say('tip 2');
  await holds('a tip is a card', () => shown(/Toon begrip|Show understanding/));
  await say('oefenen left-out-in-the-block-corner');
  await holds('the parent begins', () => shown(/Moeder van Sam|Mother of Sam|Sam’s mother/));
  for (const words of [
    'Wat naar voor u dat het zo loopt.',
    'Wat merkt u thuis aan Sam?',
    'Ik bel u vrijdag om vier uur.',
  ])
    await say(words);
  await say('stop');
  await holds('a talk ends with the own estimate', () => shown(/^(Rustiger|Calmer)$/));
  await page
    .getByText(/^(Rustiger|Calmer)$/)
    .last()
    .click();
  await press(/Laat de terugblik zien|Show the debrief/);
  await holds('the debrief comes', () => shown(/Waar het vandaag echt om ging|What today was really about/));
  await press(/per tip/i);
  await holds('its pages turn in place', async () => lastAnswerIsCard());
  await openExtension('Search Command');
  await page.getByText('Specify Command ID or Parameter').click();
  await page.getByPlaceholder('Command ID').fill('tips');
  await page.getByPlaceholder('Parameter name').fill('question');
  await page.getByPlaceholder('Enter a search term').fill('boze ouder');
  await page.keyboard.press('Enter');
  await holds('a search while writing finds sentences', async () => shown(await firstFound()));
} finally {
  await browser.close();
  playground.kill();
  await bot.stop();
  await bridge[Symbol.asyncDispose]();
  await teams[Symbol.asyncDispose]();
  await rm(data, { recursive: true, force: true });
}
if (playground.exitCode === null && playground.signalCode === null) await once(playground, 'exit');
process.exit(failed > 0 ? 1 : 0);

async function opened(view: Page): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const isThere = await fetch(`http://localhost:${port}`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere || tries > 200) break;
    await wait(200);
  }
  await view.goto(`http://localhost:${port}`);
}

async function say(words: string): Promise<void> {
  const heard = bridge.answers.length;
  const box = page.getByRole('textbox').last();
  await box.fill(words);
  await box.press('Enter');
  for (let waited = 0; bridge.answers.length === heard && waited < PATIENCE_MS; waited += 100) await wait(100);
  await wait(1500);
}

/** Where messages are written there is a plus; an extension is behind it. */
async function openExtension(kind: string): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  await page.mouse.click(width - 456, height - 48);
  await page.getByRole('menuitem', { name: kind }).click();
  await wait(1000);
}

async function press(name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).last().click();
  await wait(2500);
}

async function shown(words: string | RegExp): Promise<boolean> {
  return page
    .getByText(words)
    .last()
    .waitFor({ timeout: PATIENCE_MS })
    .then(
      () => true,
      () => false,
    );
}

/** The title of the first that a search has just found. */
async function firstFound(): Promise<string> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 100) {
    const { composeExtension } = JSON.parse(bridge.answers.at(-1)?.body || '{}');
    if (composeExtension) return composeExtension.attachments[0].preview.content.title;
    await wait(100);
  }
  return 'nothing was found';
}

/** The last press was answered with the card that takes the place of the one before. */
function lastAnswerIsCard(): boolean {
  return /adaptive/.test(bridge.answers.at(-1)?.body ?? '');
}

async function holds(what: string, check: () => Promise<boolean>): Promise<void> {
  const isSo = await check();
  if (!isSo) failed += 1;
  console.log(`${isSo ? 'holds' : 'DOES NOT HOLD'}  ${what}`);
  await page.screenshot({ path: join(PICTURES, `${what.replaceAll(/\W+/g, '-')}.png`) });
}
