import { randomUUID } from 'node:crypto';
import type { Activity } from 'botframework-schema';
import type {
  CommitResult,
  Conversation,
  JsonObject,
  KeptKeepsake,
  KeptTalk,
  RehearsalStart,
  Storage,
  TurnCommit,
} from '../../../bot/ports.ts';

/** A moment in the middle of the school year; `minutes` later, or earlier when negative. */
export function moment(minutes = 0): string {
  return new Date(Date.UTC(2030, 0, 15, 12, minutes)).toISOString();
}

/** A tenant that no other test uses. */
export function aTenant(): string {
  return `tenant-${randomUUID()}`;
}

export function message(text: string): Activity {
  return { type: 'message', text } as Activity;
}

export function aRehearsal(changes: Partial<RehearsalStart> = {}): RehearsalStart {
  return {
    id: 'rehearsal-1',
    scenarioId: 'left-out',
    revision: 'r1',
    scenario: { title: 'Left out' },
    locale: 'nl',
    seed: 7,
    ...changes,
  };
}

/** A finished talk in which these words fell. */
export function aKeptTalk(words = 'hello there', summary: JsonObject = { turns: 1 }): KeptTalk {
  return { summary, words, talk: { said: words } };
}

export function aKeptKeepsake(changes: Partial<KeptKeepsake> = {}): KeptKeepsake {
  return { id: 'keepsake-1', keepsake: { title: 'Our vision' }, ...changes };
}

/** Opens a conversation; only what matters need be said. */
export function openConversation(
  storage: Storage,
  changes: Partial<{ tenant: string; id: string; userId: string; channel: string; at: string }> = {},
): Promise<Conversation> {
  return storage.conversations.open({
    tenant: aTenant(),
    id: `conversation-${randomUUID()}`,
    userId: 'teacher-1',
    channel: 'directline',
    at: moment(),
    ...changes,
  });
}

/** A turn in this conversation as it stands, with a key of its own. */
export function aTurn({ tenant, id, version }: Conversation, changes: Partial<TurnCommit> = {}): TurnCommit {
  return {
    tenant,
    conversationId: id,
    expectedVersion: version,
    dedupeKey: randomUUID(),
    activities: [message('Hello'), message('Hello to you')],
    activityId: 'activity-1',
    state: {},
    rehearsalsStarted: [],
    ledger: [],
    rehearsalsEnded: [],
    rehearsalsErased: [],
    keepsakes: [],
    eraseUser: false,
    at: moment(),
    ...changes,
  };
}

/** Loads, commits, and does so again for as long as another turn comes first. */
export async function commitWithRetry(
  storage: Storage,
  { tenant, id }: Conversation,
  changes: Partial<TurnCommit>,
): Promise<CommitResult> {
  for (;;) {
    const now = await storage.conversations.load(tenant, id);
    if (!now) throw new Error('The conversation is gone.');
    const result = await storage.conversations.commit(aTurn(now, changes));
    if (result.status !== 'conflict') return result;
  }
}

/** The texts of the whole log, in order. */
export async function textsOf(
  storage: Storage,
  { tenant, id }: Conversation,
): Promise<readonly (string | undefined)[]> {
  const log = await storage.conversations.readLog(tenant, id, 0, 10_000);
  return log.map(({ activity }) => activity.text);
}

/** The numbers of the whole log, in order. */
export async function seqsOf(storage: Storage, { tenant, id }: Conversation): Promise<readonly number[]> {
  const log = await storage.conversations.readLog(tenant, id, 0, 10_000);
  return log.map(({ seq }) => seq);
}

/** 1, 2, … up to and with `last`. */
export function oneTo(last: number): readonly number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}
