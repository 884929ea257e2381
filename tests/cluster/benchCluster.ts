import { mkdir, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { percentile } from '../bench/figures.ts';
import { type TeamsLoadReport, teamsLoad } from '../bench/teams/teamsLoad.ts';
import { botSettings } from '../bot/channels/teams/fakeTeams/botSettings.ts';
import { startFakeTeams } from '../bot/channels/teams/fakeTeams/fakeTeams.ts';
import { WallClock } from '../bot/channels/teams/fakeTeams/wallClock.ts';
import { type Faults, faultsIn, sumOf } from '../chaos/history.ts';
import { startPostgres } from '../postgres.ts';
import { type Cluster, type Instance, startCluster } from './cluster.ts';
import { type Taken, Talker } from './talker.ts';

/** A talk that begins, goes on, and begins anew. */
const WORDS = [
  'oefenen left-out-in-the-block-corner',
  'Wat naar dat het zo loopt.',
  'Wat merkt u thuis?',
  'Ik bel u vrijdag om vier uur.',
  'stop',
  'tip',
];
const OPENED_AT_ONCE = 20;
const REPORT = '.data/reports/bench-cluster.json';

interface Load {
  readonly instances: number;
  readonly chats: number;
  readonly turnsPerSecond: number;
  readonly teamsPerSecond: number;
  readonly seconds: number;
}

interface Spread {
  readonly turns: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

/** What was measured. Milliseconds, from when a turn was due until its reply was on the screen, unless it says otherwise. */
interface Report {
  readonly load: Load;
  readonly faults: Faults;
  readonly before: Spread;
  /** After the kill, of chats whose line and request were not at the one that died. */
  readonly others: Spread;
  /** After the kill, of chats whose line or request was at the one that died. */
  readonly struck: Spread;
  readonly chatsStruck: number;
  /** From the kill until the last of the struck chats had its line again. */
  readonly takeoverMs: number;
  readonly teams: TeamsLoadReport | null;
}

/**
 * `npm run bench -- --cluster [--instances 2] [--rate 50] [--chats 200] [--teams 5] [--seconds 30]`: turns at an even pace over
 * several instances behind a balancer on one PostgreSQL; one is killed in the middle.
 */
export async function benchCluster(): Promise<void> {
  const load = loadAsked();
  const server = await startPostgres();
  const teams = await startFakeTeams(new WallClock());
  const { PORT: _port, PUBLIC_URL: _url, DATA_DIR: _folder, DATABASE_URL: _database, ...settings } = botSettings(teams, 0, '');
  const cluster = await startCluster(await server.createDatabase(), load.instances, settings);
  try {
    teams.connectTo(cluster.url);
    const inTeams = teamsLoad(teams, {
      conversations: Math.max(1, load.teamsPerSecond * 4),
      turnsPerSecond: load.teamsPerSecond,
      seconds: load.teamsPerSecond === 0 ? 0 : load.seconds,
    });
    const report = { ...(await measure(cluster, load)), teams: load.teamsPerSecond === 0 ? null : await inTeams };
    await mkdir('.data/reports', { recursive: true });
    await writeFile(REPORT, `${JSON.stringify({ at: new Date().toISOString(), ...report }, null, 2)}\n`);
    print(report);
    process.exitCode = Object.values(report.faults).some((count) => count > 0) ? 1 : 0;
  } finally {
    await cluster[Symbol.asyncDispose]();
    await teams[Symbol.asyncDispose]();
    await server.stop();
  }
}

function loadAsked(): Load {
  const { values } = parseArgs({
    strict: false,
    options: {
      instances: { type: 'string', default: '2' },
      rate: { type: 'string', default: '50' },
      chats: { type: 'string', default: '200' },
      teams: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '30' },
    },
  });
  const { instances, rate, chats, teams, seconds } = values;
  return {
    instances: Number(instances),
    chats: Number(chats),
    turnsPerSecond: Number(rate),
    teamsPerSecond: Number(teams),
    seconds: Number(seconds),
  };
}

async function measure(cluster: Cluster, load: Load): Promise<Omit<Report, 'teams'>> {
  const talkers = await openAll(cluster, load.chats);
  const [dying] = cluster.instances;
  if (!dying) throw new Error('There is nothing to kill.');
  let killedAt = Number.POSITIVE_INFINITY;
  let struck = new Set<Talker>();
  const killing = wait((load.seconds * 1000) / 2).then(async () => {
    struck = new Set(talkers.filter(({ conversationId }) => isAt(cluster, conversationId, dying)));
    killedAt = performance.now();
    await cluster.kill(dying);
  });

  const turns = await offer(talkers, load);
  await killing;
  const histories = await Promise.all(talkers.map((talker) => talker.history()));
  for (const talker of talkers) talker.close();
  const after = turns.filter(({ taken }) => taken.answeredAt > killedAt);
  const isStruck = ({ talker, taken }: Turn) => taken.sent > 1 || taken.lostLine || (struck.has(talker) && taken.dueAt < killedAt);
  return {
    load,
    faults: sumOf(histories.map(faultsIn)),
    before: spread(turns.filter(({ taken }) => taken.answeredAt <= killedAt)),
    others: spread(after.filter((turn) => !isStruck(turn))),
    struck: spread(after.filter(isStruck)),
    chatsStruck: struck.size,
    takeoverMs: Math.round(Math.max(0, ...[...struck].map(({ backAt = Number.NaN }) => backAt - killedAt))),
  };
}

function isAt({ balancer }: Cluster, conversationId: string, { port }: Instance): boolean {
  return balancer.socketOf(conversationId) === port;
}

async function openAll({ url }: Cluster, count: number): Promise<readonly Talker[]> {
  const talkers = Array.from({ length: count }, (_, index) => new Talker(url, `c${index}`));
  for (let from = 0; from < count; from += OPENED_AT_ONCE) {
    await Promise.all(talkers.slice(from, from + OPENED_AT_ONCE).map((talker) => talker.open()));
  }
  return talkers;
}

interface Turn {
  readonly talker: Talker;
  readonly taken: Taken;
}

/** At an even pace, whether or not replies keep up; nobody says the next thing before the one before it was answered. */
async function offer(talkers: readonly Talker[], { turnsPerSecond, seconds }: Load): Promise<readonly Turn[]> {
  const turns: Promise<Turn>[] = [];
  const last = new Map<Talker, Promise<unknown>>();
  const began = performance.now();
  for (let index = 0; index < turnsPerSecond * seconds; index += 1) {
    const dueAt = began + (index * 1000) / turnsPerSecond;
    if (dueAt > performance.now()) await wait(dueAt - performance.now());
    const talker = talkers[index % talkers.length];
    if (!talker) continue;
    const words = WORDS[Math.floor(index / talkers.length) % WORDS.length] ?? '';
    const turn = (last.get(talker) ?? Promise.resolve()).then(async () => ({ talker, taken: await talker.say(words, dueAt) }));
    last.set(talker, turn);
    turns.push(turn);
  }
  return Promise.all(turns);
}

function spread(turns: readonly Turn[]): Spread {
  const times = turns.map(({ taken }) => taken.answeredAt - taken.dueAt);
  return {
    turns: times.length,
    p50: Math.round(percentile(times, 0.5)),
    p99: Math.round(percentile(times, 0.99)),
    most: Math.round(Math.max(0, ...times)),
  };
}

function print({ load, faults, before, others, struck, chatsStruck, takeoverMs, teams }: Report): void {
  const of = ({ turns, p50, p99, most }: Spread) => `${p50} / ${p99} / ${most} (${turns})`;
  const rows = [
    [`${load.instances} instances, one killed, ${load.turnsPerSecond} turns/s for ${load.seconds} s`, 'measured', 'goal'],
    ['lost / double / half / out of order', Object.values(faults).join(' / '), '0 / 0 / 0 / 0'],
    ['before the kill: p50 / p99 / most ms (turns)', of(before), ''],
    ['others after the kill', of(others), 'p99 <= 2000'],
    ['struck by the kill', of(struck), ''],
    [`all ${chatsStruck} struck chats have their line again after (ms)`, String(takeoverMs), '<= 10000'],
    ...(teams ? teamsRows(teams) : []),
  ];
  for (const [name = '', measured = '', goal = ''] of rows) {
    console.log(`${name.padEnd(60)}${measured.padEnd(28)}${goal}`);
  }
}

function teamsRows(teams: TeamsLoadReport): readonly (readonly string[])[] {
  return [
    [`Teams: turns kept of ${teams.turns} offered beside it`, String(teams.accepted), ''],
    ['Teams: answers lost / conversations out of order', `${teams.lost} / ${teams.outOfOrder}`, '0 / 0'],
    ['Teams: answers that came twice (allowed where in doubt)', String(teams.twice), ''],
    ['Teams: from turn to answer p50 / p99 / most (ms)', `${teams.answerMs.p50} / ${teams.answerMs.p99} / ${teams.answerMs.most}`, 'most <= 10000'],
  ];
}
