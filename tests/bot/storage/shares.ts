import { randomUUID } from 'node:crypto';
import type { CoachAt, NewShare } from '../../../bot/coach/reviewPorts.ts';
import type { Conversation, Storage } from '../../../bot/ports.ts';
import { aKeptTalk, aRehearsal, aTurn, moment, openConversation } from './turns.ts';

/** A rehearsal that is over, in a conversation of its own. */
export interface Rehearsed {
  readonly home: Conversation;
  readonly tenant: string;
  readonly rehearsalId: string;
}

/** Somebody has rehearsed; the words are in the talk. */
export async function rehearsed(
  storage: Storage,
  words = 'hello there',
  changes: Parameters<typeof openConversation>[1] = {},
): Promise<Rehearsed> {
  const home = await openConversation(storage, changes);
  const rehearsalId = randomUUID();
  await storage.conversations.commit(
    aTurn(home, {
      rehearsalsStarted: [aRehearsal({ id: rehearsalId })],
      rehearsalsEnded: [{ id: rehearsalId, reason: 'agreed', kept: aKeptTalk(words) }],
    }),
  );
  return { home, tenant: home.tenant, rehearsalId };
}

/** This rehearsal for this coach, for thirty days. */
export function aShare({ home, tenant, rehearsalId }: Rehearsed, changes: Partial<NewShare> = {}): NewShare {
  return {
    id: randomUUID(),
    tenant,
    teacherId: home.userId,
    teacherName: 'Juf Anne',
    rehearsalId,
    coachId: 'coach-1',
    coachName: 'Kim',
    question: '',
    mayLearn: false,
    endsAt: moment(30 * 24 * 60),
    ...changes,
  };
}

/** A rehearsal that is shared with one coach, and who that is at which moment. */
export async function shared(
  storage: Storage,
  changes: Partial<NewShare> = {},
  words?: string,
): Promise<Rehearsed & { readonly share: NewShare; readonly coach: (minutes?: number) => CoachAt }> {
  const talk = await rehearsed(storage, words);
  const share = aShare(talk, changes);
  await storage.shares.give([share], moment(1), null);
  return { ...talk, share, coach: (minutes = 2) => coachOf(share, minutes) };
}

/** The coach of this share, so many minutes on. */
export function coachOf({ tenant, coachId, id }: NewShare, minutes = 2): CoachAt {
  return { tenant, coachId, shareId: id, at: moment(minutes) };
}
