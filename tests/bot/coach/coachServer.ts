import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { coaching } from '../../../bot/coach/coaching.ts';
import { cookieNamed } from '../../../bot/http/cookies.ts';
import { createSite } from '../../../bot/http/site.ts';
import { createFormTokens } from '../../../bot/identity/formTokens.ts';
import type { Identity } from '../../../bot/identity/identity.ts';
import type { Principal, Role } from '../../../bot/identity/principal.ts';
import { ringOf } from '../../../bot/keys/keyRing.ts';
import { minePages } from '../../../bot/mine/minePages.ts';
import type { JsonObject, Storage } from '../../../bot/ports.ts';
import { createServer } from '../../../bot/server.ts';
import { openSqlite } from '../../../bot/storage/sqlite/openSqlite.ts';
import { pageFiles } from '../../../bot/webPages/pageFiles.ts';
import { webPages } from '../../../bot/webPages.ts';
import { freePort } from '../../freePort.ts';
import { aTalk, content } from '../exports/aTalk.ts';
import { aTurn, message, openConversation } from '../storage/turns.ts';

/** Somebody with a browser. */
export interface Person extends Omit<Principal, 'session'> {
  /** What their browser sends along. */
  readonly cookie: string;
}

/** The pages of teachers and coaches on a real server and database; who asks is what the browser says. */
export interface CoachServer {
  readonly url: string;
  readonly storage: Storage;
  /** The database. */
  readonly file: string;
  /** What the bot was told, oldest first. */
  readonly told: readonly { readonly name: string; readonly value: unknown }[];
  /** Who may be chosen as coach from now on. */
  addCoach(tenant: string, name: string): Promise<Person>;
  person(tenant: string, name: string, roles: readonly Role[]): Person;
  /** What the browser of this person sends along. */
  cookieOf(person: Omit<Principal, 'session'>): string;
  /** A finished rehearsal of this teacher, in which these words were said; its id. */
  rehearse(teacher: Person, said?: readonly string[]): Promise<string>;
  close(): Promise<void>;
}

const COOKIE = 'who';

/** A tenant of its own for each test that wants one. */
export function aSchool(): string {
  return `school-${randomUUID()}`;
}

export async function startCoachServer(now: () => Date = () => new Date()): Promise<CoachServer> {
  const folder = await mkdtemp(join(tmpdir(), 'coach-'));
  const file = join(folder, 'coach.db');
  const storage = await openSqlite({ file });
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const files = pageFiles();
  const told: { name: string; value: unknown }[] = [];
  const runner = {
    run: ({ activity }: { readonly activity: { readonly name?: string; readonly value?: unknown } }) => {
      told.push({ name: activity.name ?? '', value: activity.value });
      return Promise.resolve({ status: 'accepted', activityId: '1' } as const);
    },
  };
  const identity = identityOf(storage, url);
  const coached = coaching({
    storage,
    identity,
    runner,
    content,
    mask: (text) => masked(text),
    teams: {
      send: ({ conversationId, activity }) => {
        told.push({ name: `${conversationId} ${activity.name}`, value: activity.value });
        return Promise.resolve('accepted');
      },
    },
    pseudonymRing: ringOf(new Uint8Array(32)),
    publicUrl: url,
    files,
    now,
  });
  const server = createServer({
    host: '127.0.0.1',
    port,
    publicUrl: url,
    routes: [
      ...webPages({ messages: content.messages, retentionDays: 90, files }),
      ...minePages({
        storage,
        runner,
        content,
        teacherOf: identity.teacherOf,
        beside: coached.beside,
        pseudonymRing: ringOf(new Uint8Array(32)),
        publicUrl: url,
        retentionDays: 90,
        files,
        now,
      }),
      ...coached.routes,
    ],
    log: pino({ level: 'silent' }),
    limits: { closeMilliseconds: 100 },
  });
  await server.listen();

  const person: CoachServer['person'] = (tenant, name, roles) => {
    const userId = `${name}-${randomUUID()}`;
    const whole = { tenant, userId, name, roles: new Set(roles) };
    return { ...whole, cookie: cookieOf(whole) };
  };
  return {
    url,
    storage,
    file,
    told,
    person,
    cookieOf,
    async addCoach(tenant, name) {
      const coach = person(tenant, name, ['coach']);
      await storage.coaches.keep({ tenant, id: coach.userId, name, since: now().toISOString() });
      return coach;
    },
    rehearse: (teacher, said) => rehearse(storage, teacher, said, now()),
    async close() {
      await server.close();
      await storage.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function cookieOf({ tenant, userId, name, roles, personalChat }: Omit<Principal, 'session'>): string {
  const whole = { tenant, userId, name, roles: [...roles], personalChat };
  return `${COOKIE}=${Buffer.from(JSON.stringify(whole)).toString('base64url')}`;
}

/** Masks one name that only this test knows. */
function masked(text: string) {
  const start = text.indexOf('Qwyx');
  if (start < 0) return { masked: text, spans: [] };
  return { masked: text.replace('Qwyx', '[naam]'), spans: [{ start, end: start + 4 }] };
}

function identityOf(storage: Storage, url: string): Identity {
  const who = (headers: Readonly<Record<string, string | undefined>>): Promise<Principal | null> => {
    const value = cookieNamed(headers['cookie'], COOKIE);
    if (!value) return Promise.resolve(null);
    const { roles, ...rest } = JSON.parse(Buffer.from(value, 'base64url').toString());
    return Promise.resolve({ ...rest, roles: new Set(roles), session: rest.userId });
  };
  return {
    teacherOf: who,
    coachOf: who,
    forms: createFormTokens(ringOf(new Uint8Array(32)), createSite(url)),
    coaches: storage.coaches,
    onSignOut: () => () => undefined,
    coachLink: () => Promise.resolve(null),
    routes: [],
  };
}

async function rehearse(
  storage: Storage,
  { tenant, userId }: Person,
  said: readonly string[] | undefined,
  at: Date,
): Promise<string> {
  const home = await openConversation(storage, { tenant, userId, at: at.toISOString() });
  const id = randomUUID();
  const talk = aTalk(said);
  const { rehearsal, summary } = talk.kept;
  await storage.conversations.commit(
    aTurn(home, {
      at: at.toISOString(),
      activities: [{ ...message('Goedemiddag.'), from: person(userId, 'user'), recipient: person('bot', 'bot') }],
      rehearsalsStarted: [
        {
          id,
          scenarioId: talk.scenario.id,
          revision: talk.scenario.revision,
          scenario: json(talk.scenario),
          locale: rehearsal.locale,
          seed: rehearsal.seed,
        },
      ],
      rehearsalsEnded: [
        { id, reason: 'stopped', kept: { summary: json(summary), words: 'words', talk: json(talk.kept) } },
      ],
    }),
  );
  return id;
}

function json(value: object): JsonObject {
  return value as JsonObject;
}

function person(id: string, role: 'user' | 'bot') {
  return { id, name: '', role };
}
