import { type Activity, TurnContext } from 'botbuilder-core';
import type { Logger } from 'pino';
import type { Scenario } from '../../content/schema/scenario.ts';
import { cardIn } from '../../dialogs/cards/withCard.ts';
import type { Hearing } from '../../dialogs/masking/hearing.ts';
import { readOwnEvent } from '../../dialogs/ownEvents.ts';
import type { TurnServices } from '../../dialogs/ports.ts';
import { bareStack } from '../bareStack.ts';
import type { Neighbours } from '../neighbours.ts';
import type {
  Conversation,
  JsonObject,
  LogFeed,
  Storage,
  TurnCommit,
  TurnDelivery,
  TurnOutcome,
  TurnRunner,
} from '../ports.ts';
import { CollectingAdapter } from './collectingAdapter.ts';
import { ConversationCache } from './conversationCache.ts';
import { ConversationQueue } from './conversationQueue.ts';
import { FairShare } from './fairShare.ts';
import { numbered } from './numbered.ts';
import { PinnedRevisions } from './pinnedRevisions.ts';
import { TurnChances, turnServices } from './turnAttempt.ts';
import type { Hurry, TurnPace } from './turnPace.ts';

/** What answers: takes the kept state, sends through the context, gives the state to keep. */
export interface Bot {
  /**
   * What may be kept of an activity that came in, and beside it what was typed. The bot runs on it, and it alone is kept; left out:
   * all of it. Must not throw.
   */
  hear?(activity: Activity, state: JsonObject | null): { readonly activity: Activity; readonly hearing: Hearing };
  run(context: TurnContext, state: JsonObject | null, services: TurnServices): Promise<JsonObject>;
  /** What tells the teacher, kindly, that they go faster than they are followed; must not throw. */
  slowDown?(activity: Activity, state: JsonObject | null): Partial<Activity>;
  /** Tells the teacher that this turn went wrong on our side; must not throw. */
  apologise(context: TurnContext, state: JsonObject | null): Promise<void>;
}

export interface TurnRunnerOptions {
  readonly bot: Bot;
  readonly storage: Storage;
  readonly feed: LogFeed;
  /** Other instances on the same database. */
  readonly neighbours?: Pick<Neighbours, 'listen'> | undefined;
  readonly scenarios: readonly Scenario[];
  readonly retentionDays: number;
  /** Where people find our pages, without a slash behind it, for channels that show messages elsewhere. */
  readonly publicUrl?: string;
  readonly log: Logger;
  /** Turns that may wait in one conversation; more are declined. Default 64. */
  readonly maxWaiting?: number;
  /** How fast one person may go; left out: as fast as they like. */
  readonly pace?: TurnPace;
  readonly now?: () => Date;
  /** The day from which the teacher may be reminded of something, by what is kept; null for never. */
  readonly remindOn?: (state: JsonObject, now: Date) => string | null;
}

type Incoming = Parameters<TurnRunner['run']>[0] & { readonly hurry?: Hurry | null };

/** The channel whose messages are shown on a page of ours: there a path is an address. */
const OUR_OWN_PAGE = 'directline';

/** The channel whose messages may come with a card. */
const SHOWS_CARDS = 'msteams';

/** Where a browser finds its own rehearsals: see `../mine/`. */
const MINE_PAGE = '/mine';

/** Enough to share flushes to disk, few enough for a turn to be short. */
const TURNS_AT_ONCE = 32;
/** What one machine does in about ten seconds; who comes after that is told to come again. */
const WAITING_OF_ONE_TENANT = 1_000;

/** Channels send again what was not answered in time. */
const LONGEST_PAUSE_MS = 3_000;

/** Another instance may win a conversation's place this many times before we give up on a turn. */
const MAX_ATTEMPTS = 20;

/**
 * One turn = one commit: the bot's sends are collected, and the incoming activity, the replies, the ledger and the
 * new state are kept together or not at all. A turn that loses the race runs again; it has had no effect yet.
 */
export function createTurnRunner(options: TurnRunnerOptions): TurnRunner {
  const queue = new ConversationQueue(options.maxWaiting ?? 64);
  const share = new FairShare(TURNS_AT_ONCE, WAITING_OF_ONE_TENANT);
  const cache = new ConversationCache(1000);
  const current = new Map(options.scenarios.map((scenario) => [scenario.id, scenario]));
  const pinned = new PinnedRevisions(options.storage.conversations);
  let draining = false;
  options.neighbours?.listen((heard) => {
    if (heard.kind === 'grown') cache.delete(keyOf(heard));
  });

  return {
    async run(incoming) {
      const key = keyOf(incoming);
      const hurry = draining ? null : hurryOf(options, incoming);
      const arrived = performance.now();
      const outcome = draining
        ? undefined
        : queue.add(key, async () => {
            if (hurry && !draining) await pause(hurry, arrived);
            const turn = () => takeTurn(options, { cache, current, pinned }, key, { ...incoming, hurry });
            return (await share.run(incoming.tenant, turn)) ?? ({ status: 'busy' } as const);
          });
      return outcome ?? { status: 'busy' };
    },
    async heard({ tenant, conversationId, text }) {
      const conversation = await options.storage.conversations.load(tenant, conversationId);
      if (!conversation) return null;
      const at = (options.now?.() ?? new Date()).toISOString();
      const said = numbered({ type: 'message', text }, { conversation, seq: conversation.lastSeq, at, by: 'teacher' });
      return (options.bot.hear?.(said, conversation.state).activity ?? said).text ?? null;
    },
    async drain(milliseconds) {
      draining = true;
      const timeout = AbortSignal.timeout(milliseconds);
      await Promise.race([queue.idle(), new Promise((resolve) => timeout.addEventListener('abort', resolve))]);
    },
  };
}

/** What is said, or pressed; all else comes without its person. */
function hurryOf({ pace }: TurnRunnerOptions, { tenant, userId, activity }: Incoming): Hurry | null {
  return activity.type === 'message' ? (pace?.take(JSON.stringify([tenant, userId])) ?? null) : null;
}

/** Behind others of the same person it has waited already. */
async function pause({ pauseMilliseconds }: Hurry, arrived: number): Promise<void> {
  const left = Math.min(pauseMilliseconds, arrived + LONGEST_PAUSE_MS - performance.now());
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}

function keyOf({ tenant, conversationId }: { readonly tenant: string; readonly conversationId: string }): string {
  return `${tenant}/${conversationId}`;
}

interface Kept {
  readonly cache: ConversationCache;
  readonly current: ReadonlyMap<string, Scenario>;
  readonly pinned: PinnedRevisions;
}

async function takeTurn(
  options: TurnRunnerOptions,
  { cache, current, pinned }: Kept,
  key: string,
  incoming: Incoming,
): Promise<TurnOutcome> {
  const chances = new TurnChances();

  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    const conversation = cache.get(key) ?? (await open(options, incoming));
    cache.delete(key);
    const turn = await prepareCommit(options, current, conversation, incoming, chances);
    const result = await pinned.commit(turn);

    if (result.status === 'duplicate') {
      // Whoever kept it may have died before it told anybody.
      options.feed.hint(incoming.tenant, incoming.conversationId);
      return accepted(result.activityId, result.answer);
    }
    if (result.status === 'conflict') continue;

    cache.set(key, {
      ...conversation,
      version: result.version,
      state: turn.state,
      lastSeq: result.logged.at(-1)?.seq ?? conversation.lastSeq,
    });
    options.feed.publish(incoming.tenant, incoming.conversationId, result.logged);
    return accepted(turn.activityId, turn.answer);
  }
  options.log.error({ conversation: incoming.conversationId }, 'a turn lost its place too often');
  return { status: 'busy' };
}

function accepted(activityId: string, answer: JsonObject | undefined): TurnOutcome {
  return { status: 'accepted', activityId, ...(answer === undefined ? {} : { answer }) };
}

function open({ storage, now = () => new Date() }: TurnRunnerOptions, incoming: Incoming): Promise<Conversation> {
  const { tenant, conversationId: id, userId, channel } = incoming;
  return storage.conversations.open({ tenant, id, userId, channel, at: now().toISOString() });
}

async function prepareCommit(
  options: TurnRunnerOptions,
  current: ReadonlyMap<string, Scenario>,
  conversation: Conversation,
  incoming: Incoming,
  chances: TurnChances,
): Promise<TurnCommit> {
  const at = (options.now?.() ?? new Date()).toISOString();
  const cameIn = numbered(incoming.activity, {
    conversation,
    seq: conversation.lastSeq + 1,
    at,
    by: 'teacher',
  });
  const heard = options.bot.hear?.(cameIn, conversation.state);
  const activity = { ...(heard?.activity ?? cameIn), id: cameIn.id };
  const {
    state,
    sent,
    answer: own,
    recorded,
  } = await runBot(options, current, conversation, activity, {
    chances,
    hearing: heard?.hearing,
  });

  const isSaid = activity.type !== 'conversationUpdate' && readOwnEvent(activity, null) === undefined;
  const asked = recorded.eraseUser || !isSaid ? [] : [activity];
  const first = conversation.lastSeq + 1 + asked.length;
  const notice = incoming.hurry?.isTold ? options.bot.slowDown?.(activity, conversation.state) : undefined;
  const replies = [...(notice ? [notice] : []), ...sent].map((reply, index) =>
    numbered(reply, { conversation, seq: first + index, at, by: 'bot', replyToId: asked[0]?.id }),
  );
  const answer = own ?? incoming.delivery?.answer?.(replies);
  return {
    tenant: conversation.tenant,
    conversationId: conversation.id,
    expectedVersion: conversation.version,
    dedupeKey: incoming.dedupeKey,
    activities: [...asked, ...replies.map(withoutCard)],
    activityId: activity.id,
    ...(answer === undefined ? {} : { answer }),
    ...(incoming.delivery ? { delivery: deliveryOf(incoming.delivery, replies) } : {}),
    state,
    ...recorded,
    ...(options.remindOn ? { remindOn: options.remindOn(state, new Date(at)) } : {}),
    ...(isUnasked(activity) ? { isUnasked: true } : {}),
    at,
  };
}

/** A reminder comes by the clock, not by the teacher. */
function isUnasked(activity: Activity): boolean {
  return readOwnEvent(activity, null)?.name === 'op-een-lijn/remind';
}

function deliveryOf(
  { address, compose, until }: NonNullable<Incoming['delivery']>,
  replies: readonly Activity[],
): TurnDelivery {
  return { address, message: compose(replies), ...(until === undefined ? {} : { until }) };
}

/** The log has the words of a message; its card is a look, and leaves with the delivery. */
function withoutCard(reply: Activity): Activity {
  if (cardIn(reply) === undefined) return reply;
  const { attachments: _look, ...words } = reply;
  return words as Activity;
}

/** A bot that throws costs its teacher one apology, never the sentence, the state or another conversation. */
async function runBot(
  options: TurnRunnerOptions,
  current: ReadonlyMap<string, Scenario>,
  { state, id, channel }: Conversation,
  activity: Activity,
  { chances, hearing }: { readonly chances: TurnChances; readonly hearing: Hearing | undefined },
) {
  const attempt = () => ({
    adapter: new CollectingAdapter(),
    ...turnServices({
      chances,
      current,
      revisions: options.storage.scenarioRevisions,
      retentionDays: options.retentionDays,
      pagesAt: channel === OUR_OWN_PAGE ? '' : (options.publicUrl ?? ''),
      minePage: channel === OUR_OWN_PAGE ? MINE_PAGE : null,
      cards: channel === SHOWS_CARDS,
      hearing,
    }),
  });
  const normal = attempt();
  try {
    const context = new TurnContext(normal.adapter, structuredClone(activity));
    const next = await options.bot.run(context, copyOf(state), normal.services);
    return { state: next, ...collected(normal.adapter), recorded: normal.recorded() };
  } catch (error) {
    if (error instanceof Error && error.name === 'StorageError') throw error;
    options.log.error({ conversation: id, error: { stack: bareStack(error) } }, 'the bot failed on a turn');

    const apology = attempt();
    if (!isUnasked(activity)) {
      await options.bot.apologise(new TurnContext(apology.adapter, structuredClone(activity)), state);
    }
    return { state: state ?? {}, ...collected(apology.adapter), recorded: apology.recorded() };
  }
}

function collected({ sent, answer }: CollectingAdapter) {
  return { sent, answer };
}

/** The state is JSON, and for that this is several times as fast as `structuredClone`. */
function copyOf(state: JsonObject | null): JsonObject | null {
  return JSON.parse(JSON.stringify(state));
}
