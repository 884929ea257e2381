import { mkdir, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { percentile, round } from '../bench/figures.ts';
import { BEGIN, SENTENCES } from '../bench/sentences.ts';
import { type TeamsLoadReport, teamsLoad } from '../bench/teams/teamsLoad.ts';
import { botSettings } from '../bot/channels/teams/fakeTeams/botSettings.ts';
import { type FakeTeams, startFakeTeams } from '../bot/channels/teams/fakeTeams/fakeTeams.ts';
import { WallClock } from '../bot/channels/teams/fakeTeams/wallClock.ts';
import { type Faults, faultsIn, sumOf } from '../chaos/history.ts';
import { startPostgres } from '../postgres.ts';
import { type Cluster, type Instance, startCluster } from './cluster.ts';
import { type Taken, Talker } from './talker.ts';

/** A talk that begins, goes on, and begins anew. */
const WORDS = [BEGIN, ...SENTENCES, 'stop'];
const OPENED_AT_ONCE = 20;
/** Teams gives no answer for so long before the kill. */
const SILENT_MS = 800;
/** Each instance learns its languages after its start. */
const WARMING_MS = 12_000;
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
  /** Of all instances together, for each turn before the kill. */
  readonly cpuMsPerTurn: number;
  /** After the kill, of chats whose line and request were not at the one that died. */
  readonly others: Spread;
  /** After the kill, of chats whose line or request was at the one that died. */
  readonly struck: Spread;
  readonly chatsStruck: number;
  /** From the kill until the last of the struck chats had its line again. */
  readonly takeoverMs: number;
  readonly teams: (TeamsLoadReport & { readonly outbox: Outbox }) | null;
}

/** Messages that the killed instance had on their way to Teams. */
interface Outbox {
  readonly held: number;
  /** From the kill until the last of them was delivered by another; null when there were none. */
  readonly takenOverMs: number | null;
}

/**
 * `npm run bench -- --cluster [--instances 2] [--rate 50] [--chats 200] [--teams 5] [--seconds 30]`: turns at an even pace over
 * several instances behind a balancer on one PostgreSQL; one is killed in the middle.
 */
export async function benchCluster(): Promise<void> {
  const load = loadAsked();
  const server = await startPostgres();
  const teams = await startFakeTeams(new WallClock());
  const {
    PORT: _port,
    PUBLIC_URL: _url,
    DATA_DIR: _folder,
    DATABASE_URL: _database,
    ...settings
  } = botSettings(teams, 0, '');
  const cluster = await startCluster(await server.createDatabase(), load.instances, settings);
  try {
    teams.connectTo(cluster.url);
    const talkers = await openAll(cluster, load.chats);
    await wait(WARMING_MS);
    const inTeams = await talkInTeams(teams, load);
    const measured = await measure(cluster, load, { teams, talkers });
    const { killedAt, ...chats } = measured;
    const report = {
      ...chats,
      teams: inTeams && { ...(await inTeams.figures), outbox: outboxOf(teams, killedAt) },
    };
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

async function measure(
  cluster: Cluster,
  load: Load,
  { teams, talkers }: { readonly teams: FakeTeams; readonly talkers: readonly Talker[] },
): Promise<Omit<Report, 'teams'> & { readonly killedAt: Date }> {
  const [dying] = cluster.instances;
  if (!dying) throw new Error('There is nothing to kill.');
  const cpuBefore = await cpuSeconds(cluster);
  let cpuAtKill = cpuBefore;
  let killedAt = Number.POSITIVE_INFINITY;
  let struck = new Set<Talker>();
  let killedOn = new Date();
  const killing = wait((load.seconds * 1000) / 2).then(async () => {
    // So that there is something on its way.
    teams.connector.faults.add(...Array.from({ length: load.teamsPerSecond }, () => ({ kind: 'silence' }) as const));
    await wait(SILENT_MS);
    cpuAtKill = await cpuSeconds(cluster);
    killedOn = new Date();
    struck = new Set(talkers.filter(({ conversationId }) => isAt(cluster, conversationId, dying)));
    killedAt = performance.now();
    await cluster.kill(dying);
  });

  const turns = await offer(talkers, load);
  await killing;
  const histories = await Promise.all(talkers.map((talker) => talker.history()));
  for (const talker of talkers) talker.close();
  const before = turns.filter(({ taken }) => taken.answeredAt <= killedAt);
  const after = turns.filter(({ taken }) => taken.answeredAt > killedAt);
  const isStruck = ({ talker, taken }: Turn) =>
    taken.sent > 1 || taken.lostLine || (struck.has(talker) && taken.dueAt < killedAt);
  return {
    load,
    killedAt: killedOn,
    faults: sumOf(histories.map(faultsIn)),
    before: spread(before),
    cpuMsPerTurn: round(((cpuAtKill - cpuBefore) * 1000) / before.length),
    others: spread(after.filter((turn) => !isStruck(turn))),
    struck: spread(after.filter(isStruck)),
    chatsStruck: struck.size,
    takeoverMs: Math.round(Math.max(0, ...[...struck].map(({ backAt = Number.NaN }) => backAt - killedAt))),
  };
}

/** Talks there too; resolves when everybody has been welcomed and the talks begin. */
async function talkInTeams(
  teams: FakeTeams,
  { teamsPerSecond: turnsPerSecond, seconds }: Load,
): Promise<{ readonly figures: Promise<TeamsLoadReport> } | null> {
  if (turnsPerSecond === 0) return null;
  const conversations = turnsPerSecond * 4;
  const figures = teamsLoad(teams, { conversations, turnsPerSecond, seconds });
  while (teams.connector.delivered.length < conversations) await wait(100);
  return { figures };
}

/** What hung up in the moment of the kill was held by the one that died. */
function outboxOf({ connector }: FakeTeams, killedAt: Date): Outbox {
  const since = ({ at }: { readonly at: Date }) => at.getTime() - killedAt.getTime();
  const held = connector.silenced.filter(({ hungUpAt: at }) => at && Math.abs(since({ at })) < SILENT_MS);
  const delivered = held.map(
    ({ conversation }) =>
      connector.delivered.filter((one) => one.conversation === conversation && since(one) > 0).map(since)[0],
  );
  return {
    held: held.length,
    takenOverMs: held.length === 0 ? null : Math.max(...delivered.map((ms) => ms ?? Number.POSITIVE_INFINITY)),
  };
}

function isAt({ balancer }: Cluster, conversationId: string, { port }: Instance): boolean {
  return balancer.socketOf(conversationId) === port;
}

/** Of the instances that live, as they tell it themselves. */
async function cpuSeconds({ instances }: Cluster): Promise<number> {
  const each = instances.map(async ({ url }) => {
    const text = await fetch(`${url}/metrics`).then((reply) => reply.text());
    return Number(/^process_cpu_seconds_total (\S+)/m.exec(text)?.[1] ?? Number.NaN);
  });
  return (await Promise.all(each)).reduce((sum, seconds) => sum + seconds, 0);
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
    const turn = (last.get(talker) ?? Promise.resolve()).then(async () => ({
      talker,
      taken: await talker.say(words, dueAt),
    }));
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

function print({ load, faults, before, cpuMsPerTurn, others, struck, chatsStruck, takeoverMs, teams }: Report): void {
  const of = ({ turns, p50, p99, most }: Spread) => `${p50} / ${p99} / ${most} (${turns})`;
  const rows = [
    [
      `${load.instances} instances, one killed, ${load.turnsPerSecond} turns/s for ${load.seconds} s`,
      'measured',
      'goal',
    ],
    ['lost / double / half / out of order', Object.values(faults).join(' / '), '0 / 0 / 0 / 0'],
    ['before the kill: p50 / p99 / most ms (turns)', of(before), ''],
    ['processor time of all instances for each turn (ms)', String(cpuMsPerTurn), ''],
    ['others after the kill', of(others), 'p99 <= 2000'],
    ['struck by the kill', of(struck), ''],
    [`all ${chatsStruck} struck chats have their line again after (ms)`, String(takeoverMs), '<= 10000'],
    ...(teams ? teamsRows(teams) : []),
  ];
  for (const [name = '', measured = '', goal = ''] of rows) {
    console.log(`${name.padEnd(60)}${measured.padEnd(28)}${goal}`);
  }
}

function teamsRows(teams: NonNullable<Report['teams']>): readonly (readonly string[])[] {
  return [
    [`Teams: turns kept of ${teams.turns} offered beside it`, String(teams.accepted), ''],
    ['Teams: answers lost / conversations out of order', `${teams.lost} / ${teams.outOfOrder}`, '0 / 0'],
    ['Teams: answers that came twice (allowed where in doubt)', String(teams.twice), ''],
    [
      `Teams: ${teams.outbox.held} messages of the one that died, delivered after (ms)`,
      String(teams.outbox.takenOverMs),
      '<= 10000',
    ],
    [
      'Teams: from turn to answer p50 / p99 / most (ms)',
      `${teams.answerMs.p50} / ${teams.answerMs.p99} / ${teams.answerMs.most}`,
      '',
    ],
  ];
}
