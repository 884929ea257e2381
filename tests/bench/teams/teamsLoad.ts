import { setTimeout as wait } from 'node:timers/promises';
import type { Delivered } from '../../bot/channels/teams/fakeTeams/connector.ts';
import type { FakeTeams } from '../../bot/channels/teams/fakeTeams/fakeTeams.ts';
import { aMessage, aPerson, type Person, type Wire } from '../../bot/channels/teams/fakeTeams/people.ts';
import { percentile } from '../figures.ts';

/** What teachers say, one after another; the talk begins anew when it has ended. */
const SENTENCES = [
  'oefenen left-out-in-the-block-corner',
  'Wat naar om dat van een andere moeder te moeten horen.',
  'Wat merkt u thuis aan Sam in de ochtend?',
  'U kent hem het langst, u ziet dingen die wij hier niet zien.',
  'Morgen in de kring let ik zelf op de bouwhoek en ik bel u om half vier.',
  'Wat verwacht u van ons de komende week?',
];
/** As many messages as a bot may send in a second. */
const CAP = 50;
const LONGEST_DRAIN_SECONDS = 120;

/** How much is offered. */
export interface TeamsLoad {
  readonly conversations: number;
  readonly turnsPerSecond: number;
  readonly seconds: number;
}

/** What became of it. Milliseconds unless it says otherwise. */
export interface TeamsLoadReport extends TeamsLoad {
  readonly turns: number;
  /** Turns per second that were really offered. */
  readonly offeredPerSecond: number;
  /** Turns that were answered with 200: kept. */
  readonly accepted: number;
  readonly acceptMs: { readonly p50: number; readonly p99: number };
  /** Kept, and the answer never arrived. */
  readonly lost: number;
  /** Answers that arrived more than once. */
  readonly twice: number;
  /** Conversations in which answers came in another order than the turns. */
  readonly outOfOrder: number;
  /** From the turn to its answer on the screen. */
  readonly answerMs: { readonly p50: number; readonly p99: number; readonly most: number };
  /** Answers in the busiest second by the clock of the service; it allows fifty. */
  readonly mostPerSecond: number;
  /** While more was waiting than may be sent. */
  readonly answersPerSecond: number;
  /** Offers of a message that the service turned away as too many. */
  readonly tooMany: number;
  /** From the last turn to the last answer. */
  readonly drainSeconds: number;
}

interface Turn {
  readonly id: string;
  readonly chat: string;
  readonly saidAt: number;
  keptAt?: number;
}

/**
 * Offers turns at an even pace over many conversations, whether or not the answers keep up, and waits until every answer
 * has arrived. The bot runs elsewhere, and has welcomed nobody yet.
 */
export async function teamsLoad(teams: FakeTeams, load: TeamsLoad): Promise<TeamsLoadReport> {
  const people = Array.from({ length: load.conversations }, (_, index) => aPerson(`Teacher ${index}`));
  await welcome(teams, people);
  const before = teams.connector.delivered.length;
  const offeredBefore = teams.connector.offered.length;

  const began = performance.now();
  const turns = await offer(teams, people, load);
  const ended = performance.now();
  await untilDelivered(teams, before + turns.filter(({ keptAt }) => keptAt !== undefined).length);

  const answers = teams.connector.delivered.slice(before);
  const offers = teams.connector.offered.length - offeredBefore;
  return {
    ...load,
    ...figuresOf(turns, answers),
    offeredPerSecond: Math.round((turns.length / (ended - began)) * 10_000) / 10,
    tooMany: offers - answers.length,
  };
}

/** Everybody adds the bot; more slowly than they talk, so that all have been welcomed when it begins. */
async function welcome(teams: FakeTeams, people: readonly Person[]): Promise<void> {
  for (let first = 0; first < people.length; first += CAP / 2) {
    await Promise.all(people.slice(first, first + CAP / 2).map((person) => teams.install(person)));
    await untilDelivered(teams, Math.min(first + CAP / 2, people.length));
  }
  await wait(1100);
}

async function offer(
  teams: FakeTeams,
  people: readonly Person[],
  { turnsPerSecond, seconds }: TeamsLoad,
): Promise<readonly Turn[]> {
  const turns: Turn[] = [];
  const kept = new Map<string, Promise<void>>();
  const began = performance.now();
  for (let index = 0; index < turnsPerSecond * seconds; index++) {
    const due = began + (index * 1000) / turnsPerSecond;
    if (due > performance.now()) await wait(due - performance.now());
    const person = people[index % people.length];
    if (!person) continue;
    const round = Math.floor(index / people.length);
    const message = aMessage(person, SENTENCES[round % SENTENCES.length] ?? '');
    const turn: Turn = { id: message.id, chat: person.chat, saidAt: Date.now() };
    turns.push(turn);
    // Nobody says the next thing before the one before it was sent.
    kept.set(
      person.chat,
      (kept.get(person.chat) ?? Promise.resolve()).then(() => say(teams, message, turn)),
    );
  }
  await Promise.all(kept.values());
  return turns;
}

async function say(teams: FakeTeams, message: Wire, turn: Turn): Promise<void> {
  const { status } = await teams.deliver(message);
  if (status === 200) turn.keptAt = Date.now();
}

async function untilDelivered({ connector }: FakeTeams, count: number): Promise<void> {
  const until = performance.now() + LONGEST_DRAIN_SECONDS * 1000;
  while (connector.delivered.length < count && performance.now() < until) await wait(50);
}

function figuresOf(turns: readonly Turn[], answers: readonly Delivered[]) {
  const byTurn = Map.groupBy(answers, ({ activity }) => String(activity['replyToId']));
  const kept = turns.filter(({ keptAt }) => keptAt !== undefined);
  const times = kept.flatMap(({ id, saidAt }) => {
    const [answer] = byTurn.get(id) ?? [];
    return answer ? [answer.at.getTime() - saidAt] : [];
  });
  const lastTurn = Math.max(...turns.map(({ saidAt }) => saidAt));
  const arrivals = answers.map(({ at }) => at.getTime());
  const [first = 0] = arrivals;
  const last = arrivals.at(-1) ?? 0;
  return {
    turns: turns.length,
    accepted: kept.length,
    acceptMs: spread(kept.map(({ saidAt, keptAt = saidAt }) => keptAt - saidAt)),
    lost: kept.filter(({ id }) => !byTurn.has(id)).length,
    twice: [...byTurn.values()].filter(({ length }) => length > 1).length,
    outOfOrder: conversationsOutOfOrder(turns, answers),
    answerMs: { ...spread(times), most: Math.max(0, ...times) },
    mostPerSecond: busiestSecond(arrivals),
    answersPerSecond: Math.round((answers.length / (last - first)) * 10_000) / 10,
    drainSeconds: Math.max(0, Math.round((last - lastTurn) / 100) / 10),
  };
}

function conversationsOutOfOrder(turns: readonly Turn[], answers: readonly Delivered[]): number {
  const said = Map.groupBy(turns, ({ chat }) => chat);
  const answered = Map.groupBy(answers, ({ conversation }) => conversation);
  return [...said].filter(([chat, own]) => {
    const order = new Map(own.map(({ id }, index) => [id, index]));
    const seen = (answered.get(chat) ?? []).map(({ activity }) => order.get(String(activity['replyToId'])) ?? -1);
    return seen.some((place, index) => index > 0 && place < (seen[index - 1] ?? -1));
  }).length;
}

function busiestSecond(times: readonly number[]): number {
  let most = 0;
  for (let from = 0, to = 0; to < times.length; to++) {
    while ((times[to] ?? 0) - (times[from] ?? 0) >= 1000) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

function spread(milliseconds: readonly number[]): { readonly p50: number; readonly p99: number } {
  return { p50: percentile(milliseconds, 0.5), p99: percentile(milliseconds, 0.99) };
}
