import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, residentMb, startChild } from '../child.ts';
import { benchCluster } from '../cluster/benchCluster.ts';
import { benchCoach } from './benchCoach.ts';
import { ChatClient } from './chatClient.ts';
import { EchoClient } from './echoClient.ts';
import { type Figures, figures, percentile, round } from './figures.ts';
import { benchLoad } from './load/benchLoad.ts';
import { pageLoad } from './pageLoad.ts';
import { BEGIN, SENTENCES } from './sentences.ts';
import { benchTeams } from './teams/benchTeams.ts';

const ROUNDS = 5;
const TURNS_PER_ROUND = 120;
const AT_ONCE = 16;
const OPEN_CHATS = 1000;

interface Speaker {
  /** Whether what is said now is a turn of a talk. */
  readonly isTalking: boolean;
  say(text: string): Promise<string>;
  close(): void;
}

const folder = await mkdtemp(join(tmpdir(), 'op-een-lijn-bench-'));
const children: Child[] = [];
try {
  if (process.argv.includes('--cluster')) await benchCluster();
  else if (process.argv.includes('--coach')) await benchCoach();
  else if (process.argv.includes('--load')) await benchLoad();
  else await (process.argv.includes('--teams') ? benchTeams() : benchChats());
} finally {
  await Promise.all(children.map((child) => child.stop()));
  await rm(folder, { recursive: true, force: true });
}

async function benchChats(): Promise<void> {
  const report = await measure();
  await mkdir('.data/reports', { recursive: true });
  await writeFile('.data/reports/bench.json', `${JSON.stringify(report, null, 2)}\n`);
  print(report);
}

async function measure() {
  const starts = await startTimes();
  const ours = await begin('tests/bench/rehearsalServer.ts', settings('turns'));
  const echo = await begin('tests/bench/echoBot.mjs');
  const atRest = await residentMb(ours);
  const turns = await compareTurns(ours, echo);
  const browser = await pageLoad(ours.url);
  const open = await openChats(OPEN_CHATS);
  return {
    at: new Date().toISOString(),
    node: process.version,
    startMs: starts,
    pageLoadMs: browser,
    turns,
    memoryMb: { atRest, withOpenChats: open, openChats: OPEN_CHATS },
  };
}

/** From spawn to ready, on an empty folder first and then on the same one. */
async function startTimes() {
  const times: number[] = [];
  for (let round = 0; round < 6; round++) {
    const child = await startChild('bot/index.ts', settings('start'));
    times.push(Math.round(child.readyMs));
    await child.stop();
  }
  const [first = Number.NaN, ...again] = times;
  return { first, median: percentile(again, 0.5) };
}

/** One chat at a time for the cost of a turn, then many at once for turns per second; ours and theirs in turn. */
async function compareTurns(ours: Child, echo: Child) {
  const chats = await Promise.all(Array.from({ length: AT_ONCE }, () => ChatClient.open(ours.url)));
  const echoes = await Promise.all(Array.from({ length: AT_ONCE }, () => EchoClient.open(echo.url)));
  await oneByOne(chats, 40);
  await oneByOne(echoes, 40);

  const single = { ours: [] as number[], echo: [] as number[] };
  const many = { ours: [] as Figures[], echo: [] as Figures[] };
  for (let round = 0; round < ROUNDS; round++) {
    single.ours.push(...(await oneByOne(chats, TURNS_PER_ROUND)));
    single.echo.push(...(await oneByOne(echoes, TURNS_PER_ROUND)));
    many.ours.push(await atOnce(chats, TURNS_PER_ROUND * 2));
    many.echo.push(await atOnce(echoes, TURNS_PER_ROUND * 2));
  }
  for (const speaker of [...chats, ...echoes]) speaker.close();

  const alone = { ours: figures(single.ours, sum(single.ours)), echo: figures(single.echo, sum(single.echo)) };
  return {
    rehearsal: { ...alone.ours, atOnce: median(many.ours) },
    echo: { ...alone.echo, atOnce: median(many.echo) },
    ratioP50: round(alone.ours.p50 / alone.echo.p50),
  };
}

async function oneByOne(speakers: readonly Speaker[], turns: number): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const speaker = speakers[turn % speakers.length];
    if (speaker) times.push(await timed(speaker, turn));
  }
  return times;
}

async function atOnce(speakers: readonly Speaker[], turns: number): Promise<Figures> {
  const times: number[] = [];
  const began = performance.now();
  await Promise.all(
    speakers.map(async (speaker) => {
      for (let turn = 0; turn < turns / speakers.length; turn++) times.push(await timed(speaker, turn));
    }),
  );
  return figures(times, performance.now() - began);
}

/** The time of one turn of a talk. One that is over begins anew first, outside the time. */
async function timed(speaker: Speaker, turn: number): Promise<number> {
  if (!speaker.isTalking) await speaker.say(BEGIN);
  const began = performance.now();
  await speaker.say(SENTENCES[turn % SENTENCES.length] ?? '');
  return performance.now() - began;
}

async function openChats(count: number): Promise<number | null> {
  const child = await begin('tests/bench/rehearsalServer.ts', settings('open'));
  const chats: ChatClient[] = [];
  for (let opened = 0; opened < count; opened += 50) {
    chats.push(...(await Promise.all(Array.from({ length: 50 }, () => ChatClient.open(child.url)))));
  }
  const memory = await residentMb(child);
  for (const chat of chats) chat.close();
  return memory;
}

async function begin(file: string, env: Readonly<Record<string, string>> = {}): Promise<Child> {
  const child = await startChild(file, env);
  children.push(child);
  return child;
}

function settings(name: string): Readonly<Record<string, string>> {
  return { PORT: '0', DATA_DIR: join(folder, name), LOG_LEVEL: 'warn', DATABASE_URL: '', PUBLIC_URL: '' };
}

function median(all: readonly Figures[]): Figures {
  const middle = (pick: (each: Figures) => number) => percentile(all.map(pick), 0.5);
  return { p50: middle(({ p50 }) => p50), p99: middle(({ p99 }) => p99), perSecond: middle((each) => each.perSecond) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function print(report: Awaited<ReturnType<typeof measure>>): void {
  const { startMs, pageLoadMs, turns, memoryMb } = report;
  const rows = [
    ['', 'measured', 'goal'],
    ['start to ready, first / median of 5 (ms)', `${startMs.first} / ${startMs.median}`, '<= 1500'],
    ['page load to first bot message, cold (ms)', String(pageLoadMs.cold), '<= 2500'],
    ['page load to first bot message, again (ms)', String(pageLoadMs.warm), ''],
    ['rehearsal turn, one at a time: p50 / p99 (ms)', `${turns.rehearsal.p50} / ${turns.rehearsal.p99}`, ''],
    ['bare echo bot, one at a time: p50 / p99 (ms)', `${turns.echo.p50} / ${turns.echo.p99}`, ''],
    ['rehearsal : echo at p50', String(turns.ratioP50), '<= 1.5'],
    [
      `rehearsal turns/s, ${AT_ONCE} at once (p99 ms)`,
      `${turns.rehearsal.atOnce.perSecond} (${turns.rehearsal.atOnce.p99})`,
      '',
    ],
    [`bare echo turns/s, ${AT_ONCE} at once (p99 ms)`, `${turns.echo.atOnce.perSecond} (${turns.echo.atOnce.p99})`, ''],
    ['memory at rest (MB)', String(memoryMb.atRest), ''],
    [`memory with ${memoryMb.openChats} open chats (MB)`, String(memoryMb.withOpenChats), '<= 512'],
  ];
  for (const [name = '', measured = '', goal = ''] of rows) {
    console.log(`${name.padEnd(52)}${measured.padEnd(18)}${goal}`);
  }
}
