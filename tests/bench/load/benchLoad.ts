import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { residentMb, startChild } from '../../child.ts';
import { ChatClient } from '../chatClient.ts';
import { EchoClient } from '../echoClient.ts';
import { BEGIN, SENTENCES } from '../sentences.ts';
import { type LoadReport, loadPage } from './loadPage.ts';
import { offerLoad } from './offerLoad.ts';

const OPENED_AT_ONCE = 50;
const ECHO_CLIENTS = 100;
const ECHO_SECONDS = 60;
const FOLDER = '.data/reports';

const USAGE = `npm run bench -- --load [--chats 2000] [--turns 100] [--seconds 600]
  --chats    open web chats, each with its socket
  --turns    turns per second, over all chats
  --seconds  how long; 1800 with 5000 chats is the long form`;

/**
 * Web chats that stay open and turns at an even pace, then the same pace for a minute at the stock echo bot. The product runs in
 * another process than the generator. Writes `load.html` and `load.json` into `.data/reports/`.
 */
export async function benchLoad(): Promise<void> {
  const { chats, turns, seconds } = options();
  const folder = await mkdtemp(join(tmpdir(), 'op-een-lijn-load-'));
  const ours = await startChild('tests/bench/rehearsalServer.ts', {
    PORT: '0',
    DATA_DIR: folder,
    LOG_LEVEL: 'warn',
    DATABASE_URL: process.env['BENCH_DATABASE_URL'] ?? '',
    PUBLIC_URL: '',
  });
  const speakers: ChatClient[] = [];
  try {
    const atRestMb = await residentMb(ours);
    for (let opened = 0; opened < chats; opened += OPENED_AT_ONCE) {
      const some = Math.min(OPENED_AT_ONCE, chats - opened);
      speakers.push(...(await Promise.all(Array.from({ length: some }, () => ChatClient.open(ours.url)))));
    }
    const openMb = await residentMb(ours);
    console.log(`${chats} chats are open; ${turns} turns/s for ${seconds} s`);
    const rehearsal = await offerLoad(speakers, {
      turnsPerSecond: turns,
      seconds,
      begin: BEGIN,
      sentences: SENTENCES,
      watch: () => residentMb(ours),
    });
    for (const speaker of speakers) speaker.close();
    await ours.stop();

    const report: LoadReport = {
      at: new Date().toISOString(),
      node: process.version,
      chats,
      turnsPerSecond: turns,
      seconds,
      database: process.env['BENCH_DATABASE_URL'] ? 'PostgreSQL' : 'SQLite',
      rehearsal,
      echo: await echoLoad(turns, Math.min(seconds, ECHO_SECONDS)),
      memoryMb: { atRest: atRestMb, open: openMb },
    };
    await mkdir(FOLDER, { recursive: true });
    await writeFile(join(FOLDER, 'load.json'), `${JSON.stringify(report, null, 2)}\n`);
    await writeFile(join(FOLDER, 'load.html'), loadPage(report));
    print(report);
  } finally {
    for (const speaker of speakers) speaker.close();
    await ours.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function echoLoad(turnsPerSecond: number, seconds: number) {
  const echo = await startChild('tests/bench/echoBot.mjs');
  const speakers = await Promise.all(Array.from({ length: ECHO_CLIENTS }, () => EchoClient.open(echo.url)));
  try {
    return await offerLoad(speakers, { turnsPerSecond, seconds, begin: BEGIN, sentences: SENTENCES });
  } finally {
    for (const speaker of speakers) speaker.close();
    await echo.stop();
  }
}

function options() {
  const { values } = parseArgs({
    strict: false,
    options: {
      chats: { type: 'string', default: '2000' },
      turns: { type: 'string', default: '100' },
      seconds: { type: 'string', default: '600' },
    },
  });
  const [chats = 0, turns = 0, seconds = 0] = [values.chats, values.turns, values.seconds].map(Number);
  if (![chats, turns, seconds].every((count) => Number.isInteger(count) && count > 0)) {
    console.error(USAGE);
    process.exit(2);
  }
  return { chats, turns, seconds };
}

function print({ rehearsal, echo, memoryMb, chats }: LoadReport): void {
  const highest = rehearsal.stretches.reduce((most, { watched }) => Math.max(most, watched ?? 0), 0);
  const rows = [
    ['', 'measured', 'goal'],
    ['turns offered (per second)', `${rehearsal.offered} (${rehearsal.offeredPerSecond})`, ''],
    ['from due to reply: p50 / p99 / most (ms)', `${rehearsal.p50} / ${rehearsal.p99} / ${rehearsal.most}`, '50 / 500'],
    ['refused / lost', `${rehearsal.refused} / ${rehearsal.lost}`, '0 / 0'],
    ['bare echo bot: p50 / p99 (ms)', `${echo.p50} / ${echo.p99}`, ''],
    ['ours : echo at p50', (rehearsal.p50 / echo.p50).toFixed(2), '<= 1.5'],
    [`memory: at rest / ${chats} open / highest (MB)`, `${memoryMb.atRest} / ${memoryMb.open} / ${highest}`, '<= 512'],
  ];
  for (const [name = '', measured = '', goal = ''] of rows) {
    console.log(`${name.padEnd(52)}${measured.padEnd(26)}${goal}`);
  }
  if (rehearsal.stopped) console.log(`Ended early: ${rehearsal.stopped}.`);
  console.log(`The report: ${join(FOLDER, 'load.html')}`);
}
