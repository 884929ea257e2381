import type { Review } from './review.ts';

/** One rehearsal, shared by its teacher with one coach. All moments are ISO 8601, UTC. */
export interface Share {
  /** A random UUID. */
  readonly id: string;
  readonly rehearsalId: string;
  readonly teacherId: string;
  /** As shown to the coach; may be empty. */
  readonly teacherName: string;
  readonly coachId: string;
  /** As shown to the teacher. */
  readonly coachName: string;
  /** What the teacher asks the coach; may be empty. */
  readonly question: string;
  /** The teacher allows corrected labels, masked, to be used to improve the recogniser. */
  readonly mayLearn: boolean;
  readonly sharedAt: string;
  /** From this moment on the coach sees nothing any more. */
  readonly endsAt: string;
  readonly withdrawnAt: string | null;
  readonly sentAt: string | null;
  /** Two coaches code it without seeing each other's work: the same id on both shares; null for one coach alone. */
  readonly pair: string | null;
  /** When it became one of two. */
  readonly pairedAt: string | null;
  /** The coach asks for a second one, and the teacher has not answered yet. */
  readonly wantsSecond: { readonly id: string; readonly name: string } | null;
}

/** What a teacher gives. */
export interface NewShare
  extends Pick<Share, 'id' | 'coachId' | 'coachName' | 'teacherName' | 'question' | 'mayLearn' | 'endsAt'> {
  readonly tenant: string;
  readonly teacherId: string;
  readonly rehearsalId: string;
}

/** An answer to a comment, from either side. */
export interface Answered {
  readonly id: string;
  readonly commentId: string;
  readonly by: 'teacher' | 'coach';
  readonly text: string;
  readonly at: string;
}

/** A share as its teacher sees it: what the coach sent, and the answers to it. A draft is the coach's alone. */
export interface GivenShare {
  readonly share: Share;
  readonly review: Review | null;
  readonly answers: readonly Answered[];
}

/** Shares as their teacher gives and takes them; each question names the teacher, and nobody sees another's. */
export interface ShareStore {
  /**
   * Shares one rehearsal, with two coaches when it is to be coded twice; `pair` is then the id of both. False, and nothing is
   * shared, when there is no such finished rehearsal of this teacher, or a coach has it already.
   */
  give(shares: readonly NewShare[], at: string, pair: string | null): Promise<boolean>;
  /** Ends it at once, with the draft that was not sent. False when there is none that is open. */
  withdraw(whose: { tenant: string; teacherId: string; id: string; at: string }): Promise<boolean>;
  /** Of one rehearsal, the newest first, also those that have ended. */
  ofRehearsal(tenant: string, teacherId: string, rehearsalId: string): Promise<readonly GivenShare[]>;
  /** The second coach that was asked for may join: see `give`. False when nobody asked any more. */
  pairUp(first: { id: string; pair: string }, second: NewShare, at: string): Promise<boolean>;
  /** The teacher would rather not have a second coach. */
  declineSecond(whose: { tenant: string; teacherId: string; id: string }): Promise<boolean>;
  /** The teacher answers a comment of a review that was sent. False when there is none. */
  answer(answer: Omit<Answered, 'by'> & { tenant: string; teacherId: string; shareId: string }): Promise<boolean>;
}

/** One line of a coach's queue. */
export interface QueuedShare {
  readonly share: Share;
  readonly locale: string;
  readonly startedAt: string;
  /** What a list shows of the rehearsal, as JSON. */
  readonly summary: Readonly<Record<string, unknown>>;
}

/** One page of a coach's own shares that are open now. */
export interface QueuePage {
  readonly shares: readonly QueuedShare[];
  readonly waiting: number;
  readonly reviewed: number;
}

/** A shared rehearsal as its coach reads it. */
export interface OpenShare {
  readonly share: Share;
  readonly rehearsal: {
    readonly scenarioId: string;
    readonly revision: string;
    readonly startedAt: string;
    readonly endedAt: string;
    readonly talk: Readonly<Record<string, unknown>>;
  };
  readonly review: Review;
  /** Raised by one with every change; starts at 0. */
  readonly version: number;
  readonly answers: readonly Answered[];
  /** The other of two coaches; `review` only once both have sent theirs. */
  readonly partner: { readonly coachName: string; readonly hasSent: boolean; readonly review: Review | null } | null;
}

/** A share at this very moment, by its coach. */
export interface CoachAt {
  readonly tenant: string;
  readonly coachId: string;
  readonly shareId: string;
  readonly at: string;
}

/** What became of a coach's change. */
export type ReviewChange =
  | 'kept'
  /** There is no such share of this coach, or not any more. */
  | 'closed'
  /** It was changed elsewhere meanwhile, or was sent: look again. */
  | 'changed';

/** Shares as their coach works on them. Every call checks the share in the same transaction as what it does. */
export interface ReviewStore {
  queue(query: {
    readonly tenant: string;
    readonly coachId: string;
    readonly at: string;
    readonly part: 'waiting' | 'reviewed';
    /** From 0, the newest first. */
    readonly offset: number;
    readonly limit: number;
  }): Promise<QueuePage>;
  /**
   * The rehearsal with the coach's work on it. That it was seen is noted with it, or that somebody was refused; `at-work`:
   * to be worked on without being shown, which is noted only when refused.
   */
  open(who: CoachAt & { as: 'viewed' | 'exported' | 'at-work' }): Promise<OpenShare | null>;
  /** Whether it is open now; nothing is noted. */
  isOpen(who: CoachAt): Promise<boolean>;
  /** Keeps the draft as it now is; `from` is the version that it was made of. */
  keep(who: CoachAt & { from: number; review: Review }): Promise<ReviewChange>;
  /** The teacher gets it as it is in this version; it does not change any more. */
  send(who: CoachAt & { from: number }): Promise<ReviewChange>;
  /** The coach answers in the thread of a comment that was sent. */
  answer(who: CoachAt & Pick<Answered, 'id' | 'commentId' | 'text'>): Promise<boolean>;
  /** Asks the teacher whether a second coach may code it too; only before it was sent. */
  askSecond(who: CoachAt & { second: { id: string; name: string } }): Promise<boolean>;
}

/** What is noted of who did what with whose rehearsal: ids and times, never words. */
export interface AuditRow {
  /** From 1, without gaps in each organisation. */
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: AuditAction;
  readonly rehearsalId: string | null;
  readonly shareId: string | null;
  /** Whose rehearsal it is; null when that is not known. */
  readonly owner: string | null;
  /** SHA-256 of all this and of the hash before it, base64url: no row can be changed or left out unseen. */
  readonly hash: string;
}

/** What can be noted. */
export type AuditAction =
  | 'shared'
  | 'withdrawn'
  | 'viewed'
  | 'sent'
  | 'answered'
  | 'exported'
  | 'refused'
  /** A form came with fields that it has not: they were passed over. */
  | 'fields-passed-over';

/** The record of who did what; rows are only ever added. */
export interface AuditStore {
  note(row: Omit<AuditRow, 'seq' | 'hash'> & { tenant: string }): Promise<void>;
  /** Who did what with one rehearsal of this teacher, the oldest first; at most the newest 200. */
  ofRehearsal(tenant: string, owner: string, rehearsalId: string): Promise<readonly AuditRow[]>;
  /**
   * Lets go of the oldest rows of each organisation, those before this moment, and returns how many; the newest row stays,
   * so that the chain goes on from it.
   */
  expire(before: string): Promise<number>;
  /** The number of the first row that is not as it was written, or that misses the one before it; null when all are whole. */
  firstBroken(tenant: string): Promise<number | null>;
}

/** How many practised in one month; null for a group so small that it could be somebody. */
export interface Usage {
  /** As in `2026-11`. */
  readonly month: string;
  readonly teachers: number | null;
  readonly rehearsals: number | null;
}

/** How much is practised in an organisation. */
export interface UsageStore {
  /** Month by month, the newest first; without figures where fewer than five teachers practised. */
  perMonth(tenant: string): Promise<readonly Usage[]>;
}
