import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { parse } from 'yaml';
import { InProcessLogFeed } from '../../../../bot/channels/directLine/logFeed.ts';
import { createTeams, type Teams, type TeamsOptions } from '../../../../bot/channels/teams/teams.ts';
import type { TeamsConfig } from '../../../../bot/channels/teams/teamsConfig.ts';
import { createLinkByCode } from '../../../../bot/identity/linking/linkByCode.ts';
import { type KeyRing, ringOf } from '../../../../bot/keys/keyRing.ts';
import { type ConversationStore, type LoggedActivity, type Storage, StorageError } from '../../../../bot/ports.ts';
import { remindOn } from '../../../../bot/reminders/remindOn.ts';
import { openSqlite } from '../../../../bot/storage/sqlite/openSqlite.ts';
import { type Bot, createTurnRunner } from '../../../../bot/turn/turnRunner.ts';
import type { Content } from '../../../../content/schema/content.ts';
import { guideSays } from '../../../../dialogs/activities.ts';
import { startServer } from '../../http/testServer.ts';
import type { FakeConnector } from './fakeTeams/connector.ts';
import { type FakeTeams, startFakeTeams } from './fakeTeams/fakeTeams.ts';
import { APP_ID, type Person, SCHOOL } from './fakeTeams/people.ts';

/** Greets, introduces itself in company, and else repeats what it hears. */
const echoBot: Bot = {
  async run(context, state) {
    const { type, name, text } = context.activity;
    if (type === 'conversationUpdate') await context.sendActivity(guideSays('nl', 'menu', 'Welkom!'));
    if (name === 'op-een-lijn/in-company') await context.sendActivity(guideSays('nl', 'menu', 'Ik ben een programma.'));
    if (type === 'message') await context.sendActivity(guideSays('nl', 'notice', `Je zei: ${text}`));
    return { turns: Number(state?.['turns'] ?? 0) + 1 };
  },
  async apologise() {},
};

/** A bot that Teams can reach, on a real server and a real database. */
export interface TeamsBot extends AsyncDisposable {
  readonly teams: FakeTeams;
  readonly storage: Storage;
  readonly channel: Teams;
  /** With which addresses are sealed. */
  readonly ring: KeyRing;
  readonly url: string;
  /** What was logged, as JSON lines. */
  readonly logged: readonly string[];
  /** Thumbs that were counted, as in `face-to-face like`. */
  readonly thumbs: readonly string[];
  /** What became of messages that were offered. */
  readonly outcomes: readonly string[];
  /** What was written into the audit. */
  readonly notes: readonly object[];
  /** Delivers what is due now. */
  deliver(): Promise<void>;
  /** Lets time go by, and what falls due be delivered as it does. */
  pass(seconds: number): Promise<void>;
  /** From now on nothing can be stored, or again it can. */
  breakStorage(broken: boolean): void;
  /** The log of a conversation. */
  log(person: Person): Promise<readonly LoggedActivity[]>;
  /** The texts in it. */
  texts(person: Person): Promise<readonly string[]>;
}

/** A bot for this school, and its Teams. */
export async function startTeamsBot(
  bot: Bot = echoBot,
  scenarios: Content['scenarios'] = [],
  extension?: TeamsOptions['extension'],
): Promise<TeamsBot> {
  const teams = await startFakeTeams();
  const folder = await mkdtemp(join(tmpdir(), 'teams-'));
  const storage = await openSqlite({ file: join(folder, 'test.db') });
  const ring = ringOf(randomBytes(32));
  const logged: string[] = [];
  const outcomes: string[] = [];
  const thumbs: string[] = [];
  const log = pino({ level: 'info', base: null }, { write: (line: string) => logged.push(line) });
  let broken = false;
  const conversations = breakable(storage.conversations, () => broken);
  const { now } = teams.clock;
  const notes: Parameters<typeof storage.audit.note>[0][] = [];
  const note: typeof storage.audit.note = async (row) => {
    await storage.audit.note(row);
    notes.push(row);
  };
  const runner = createTurnRunner({
    bot,
    storage: { ...storage, conversations },
    feed: new InProcessLogFeed(),
    scenarios,
    retentionDays: 90,
    publicUrl: 'https://gesprek.example',
    log,
    now,
    remindOn,
  });
  const channel = createTeams({
    config: configFor(teams.connector),
    storage: { conversations, outbox: storage.outbox, oneTimes: storage.oneTimes, audit: { note } },
    runner,
    ring,
    messages: { nl: { teams: teamsTexts('nl') }, en: { teams: teamsTexts('en') } },
    ...(extension ? { extension } : {}),
    link: createLinkByCode({ ...storage, log, now }),
    log,
    observe: (outcome) => outcomes.push(outcome),
    countFeedback: (tip, reaction) => thumbs.push(`${tip} ${reaction}`),
    now,
  });
  const server = await startServer({ routes: channel.routes });
  teams.connectTo(server.url);
  const readLog = ({ tenant, chat }: Person) => storage.conversations.readLog(tenant, chat, 0, 1000);

  return {
    teams,
    storage,
    channel,
    ring,
    url: server.url,
    logged,
    thumbs,
    outcomes,
    notes,
    deliver: () => channel.deliverer.deliverDue(),
    async pass(seconds) {
      for (let second = 0; second < seconds; second++) {
        await teams.clock.pass(1);
        await channel.deliverer.deliverDue();
      }
    },
    breakStorage: (value) => {
      broken = value;
    },
    log: readLog,
    texts: async (person) => (await readLog(person)).map(({ activity }) => activity.text),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await storage.close();
      await teams[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
}

/** The real texts of this channel, without reading all content. */
function teamsTexts(locale: string): Content['messages']['nl'] {
  const folder = join(import.meta.dirname, '../../../../content/messages');
  return parse(readFileSync(join(folder, `teams.${locale}.yaml`), 'utf8'));
}

function configFor({ host, metadata, tokenEndpoint }: FakeConnector): TeamsConfig {
  return {
    appId: APP_ID,
    appType: 'SingleTenant',
    appTenant: SCHOOL,
    appPasswords: ['x8Q~abcdefghijklmnopqrstuvwxyz'],
    tenants: [SCHOOL],
    serviceHosts: [host],
    openIdMetadata: metadata,
    signInAuthority: 'https://login.microsoftonline.com',
    tokenEndpoint,
    hostIdentity: null,
  };
}

function breakable(store: ConversationStore, isBroken: () => boolean): ConversationStore {
  return new Proxy(store, {
    get(target, name: keyof ConversationStore) {
      if (isBroken()) return () => Promise.reject(new StorageError('disk full'));
      return target[name].bind(target);
    },
  });
}
