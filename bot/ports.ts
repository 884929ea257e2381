import type { Activity } from 'botframework-schema';
import type { AuditStore, ReviewStore, ShareStore, UsageStore } from './coach/reviewPorts.ts';
import type { Person } from './identity/principal.ts';
import type { CoachStore, LinkStore, OneTimeStore, SessionStore } from './identity/stores.ts';
import type { Neighbours } from './neighbours.ts';
import type { BoardStore, JournalStore } from './recovery/recoveryPorts.ts';

/** Any JSON object that we keep without looking inside. */
export type JsonObject = { readonly [key: string]: unknown };

/** One conversation: whose it is and where its state stands. Tenant is in every key. */
export interface Conversation {
  readonly tenant: string;
  readonly id: string;
  readonly userId: string;
  readonly channel: string;
  /** Raised by one with every commit; starts at 0. */
  readonly version: number;
  /** What the bot keeps between turns; null before the first turn, `{ damaged: true }` when it cannot be read any more. */
  readonly state: JsonObject | null;
  /** Sequence number of the last activity in the log; 0 when empty. */
  readonly lastSeq: number;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** One activity in the append-only log. `seq` runs from 1 without gaps in each conversation. */
export interface LoggedActivity {
  readonly seq: number;
  readonly activity: Activity;
}

/** A ledger line or event of a rehearsal, kept beside the log for coaches and exports. */
export interface LedgerEntry {
  readonly rehearsalId: string;
  readonly turn: number;
  readonly lines: readonly JsonObject[];
}

/** The end of a rehearsal, or its debrief. */
export interface RehearsalEnd {
  readonly id: string;
  readonly reason: string;
  /** What its teacher can look back on; null keeps what was kept before. */
  readonly kept: KeptTalk | null;
}

/** A talk as it is kept to look back on. */
export interface KeptTalk {
  /** Small: what a list shows of it, as JSON. */
  readonly summary: JsonObject;
  /** What a search looks through: see `searchable`. */
  readonly words: string;
  /** The whole talk as JSON. */
  readonly talk: JsonObject;
}

export interface RehearsalStart {
  readonly id: string;
  readonly scenarioId: string;
  readonly revision: string;
  /** The whole scenario as JSON; kept once per revision. Null when it is kept already; if it is not, the commit rejects. */
  readonly scenario: JsonObject | null;
  readonly locale: string;
  readonly seed: number;
}

/** Something to keep that a turn made; `id` is 16 random bytes in the shape of a UUID, and all that its links hold. */
export interface KeptKeepsake {
  readonly id: string;
  /** A `Keepsake` as JSON. */
  readonly keepsake: JsonObject;
}

/** What a turn leaves for a channel that we send to; web chat reads the log instead. */
export interface TurnDelivery {
  /** Where the conversation can be reached, from now on; replaces what was kept. */
  readonly address: JsonObject;
  /** One message for the whole turn; null when it has nothing to say. */
  readonly message: JsonObject | null;
  /** From this moment on (ISO 8601, UTC) it is not sent any more; left out: a day after the turn. */
  readonly until?: string;
}

/** All that one turn writes. It is kept whole, or not at all. */
export interface TurnCommit {
  readonly tenant: string;
  readonly conversationId: string;
  /** The version that the turn was made from; another one in the store is a conflict. */
  readonly expectedVersion: number;
  /** One effect per key in a conversation. */
  readonly dedupeKey: string;
  /** In the order in which they go into the log; the incoming one first. */
  readonly activities: readonly Activity[];
  /** The id answered to the client for this key, now and when it sends the same again. */
  readonly activityId: string;
  /** What the client is told beside it, for this key; left out when it is told nothing more. */
  readonly answer?: JsonObject;
  readonly state: JsonObject;
  readonly rehearsalsStarted: readonly RehearsalStart[];
  readonly ledger: readonly LedgerEntry[];
  readonly rehearsalsEnded: readonly RehearsalEnd[];
  /** Ids of rehearsals of this conversation that are erased before anything is written: see `eraseUser`. */
  readonly rehearsalsErased: readonly string[];
  readonly keepsakes: readonly KeptKeepsake[];
  /** Left out where clients read the log. */
  readonly delivery?: TurnDelivery;
  /** The day from which the teacher may be reminded of something, as in `2026-11-27`; null for never, left out for as before. */
  readonly remindOn?: string | null;
  /** The teacher did nothing: what is kept does not become younger by it. */
  readonly isUnasked?: true;
  /**
   * Before anything is written, everything of this conversation's user in this tenant is erased: activities, ledger,
   * rehearsals, keepsakes, dedupe keys, messages on their way, other conversations. This conversation goes on, its numbering too.
   */
  readonly eraseUser: boolean;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export type CommitResult =
  | { readonly status: 'committed'; readonly version: number; readonly logged: readonly LoggedActivity[] }
  /** Another turn came first: load again and run the turn anew. */
  | { readonly status: 'conflict' }
  /** This key has had its effect before. */
  | { readonly status: 'duplicate'; readonly activityId: string; readonly answer?: JsonObject };

/** Conversations and their log. */
export interface ConversationStore {
  /** Makes it, or returns the one that is there (whatever its user). */
  open(conversation: {
    tenant: string;
    id: string;
    userId: string;
    channel: string;
    at: string;
  }): Promise<Conversation>;
  load(tenant: string, id: string): Promise<Conversation | null>;
  /** The user's conversation with the newest activity on this channel. */
  latestOf(tenant: string, userId: string, channel: string): Promise<Conversation | null>;
  /** All conversations of this user, the one that changed last first; at most `limit`. */
  listOf(tenant: string, userId: string, limit: number): Promise<readonly Conversation[]>;
  commit(turn: TurnCommit): Promise<CommitResult>;
  /** The activity id answered for this key, or null when the key has had no effect yet. */
  findDuplicate(tenant: string, conversationId: string, dedupeKey: string): Promise<string | null>;
  /** What is after `after`, in order, at most `limit`. */
  readLog(tenant: string, conversationId: string, after: number, limit: number): Promise<readonly LoggedActivity[]>;
  /**
   * Conversations that can be reached (see `OutboxStore`), whose day to be reminded has come by `day`, and where nobody has
   * spoken since `quietSince`; at most `limit`, in a fixed order, after the one that is named.
   */
  toRemind(query: {
    day: string;
    quietSince: string;
    after: { tenant: string; conversationId: string } | null;
    limit: number;
  }): Promise<readonly { readonly tenant: string; readonly conversationId: string }[]>;
  /**
   * What was said under this dedupe key was said differently, or taken back (`text` null): the log then has the new text,
   * or none, and says when. Of the old words nothing stays in the log. False when there is no such message.
   */
  revise(change: {
    tenant: string;
    conversationId: string;
    dedupeKey: string;
    text: string | null;
    at: string;
  }): Promise<boolean>;
}

/** A message on its way to a channel; its place is that of its turn's last activity in the log. */
export interface OutgoingMessage {
  readonly tenant: string;
  readonly conversationId: string;
  readonly seq: number;
  /** As it was when the turn was taken. */
  readonly address: JsonObject;
  readonly message: JsonObject;
  /** How often it was offered, this time too. */
  readonly attempts: number;
}

/** One message that was taken, and by whom. */
export interface TakenMessage {
  readonly tenant: string;
  readonly conversationId: string;
  readonly seq: number;
  readonly holder: string;
}

/**
 * Messages that turns left for channels that we send to. Each conversation's go out one at a time, in their order. A
 * message whose fate is unknown, because it may have been accepted, is offered once more; after that it waits until the
 * next message in its conversation, for its teacher is there then.
 */
export interface OutboxStore {
  /** Messages that are due, at most `limit`; until `until` nobody else gets them. `holder` names who takes them. */
  take(order: { at: string; until: string; holder: string; limit: number }): Promise<readonly OutgoingMessage[]>;
  /** It is still being offered: nobody else gets it until `until`. Without effect for who does not hold it any more. */
  keep(message: TakenMessage & { until: string }): Promise<void>;
  /** It has arrived, or never will. Without effect as above. */
  remove(message: TakenMessage): Promise<void>;
  /** It is offered again from `due` on. `isDoubtful`: it may have arrived. Without effect as above. */
  postpone(message: TakenMessage & { due: string; isDoubtful: boolean }): Promise<void>;
  /** Removes what is past its time, and returns how many. */
  expire(at: string): Promise<number>;
  /** Where a conversation can be reached outside a turn. */
  addressOf(tenant: string, conversationId: string): Promise<JsonObject | null>;
  /** It cannot be reached any more; what is on its way there goes too. */
  forgetAddress(tenant: string, conversationId: string): Promise<void>;
}

/** One rehearsal as its teacher finds it back. */
export interface RehearsalRow {
  readonly id: string;
  readonly conversationId: string;
  readonly scenarioId: string;
  readonly revision: string;
  readonly locale: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly endReason: string | null;
  /** Null while the talk is going on for the first time. */
  readonly summary: JsonObject | null;
}

/** Which rehearsals are wanted; what is left out does not narrow. */
export interface RehearsalQuery {
  readonly tenant: string;
  readonly userId: string;
  /** Others who are this teacher too: see `LinkStore`. */
  readonly also?: readonly Person[];
  /** All of these must occur, each as `searchable` words. */
  readonly words?: readonly string[];
  readonly scenarioId?: string;
  readonly endReasons?: readonly string[];
  /** From 0, newest first. */
  readonly offset: number;
  readonly limit: number;
}

/** One page of rehearsals, the newest first. */
export interface RehearsalPage {
  readonly rehearsals: readonly RehearsalRow[];
  /** That match. */
  readonly found: number;
  /** Of this teacher, matching or not. */
  readonly all: number;
  /** Scenarios of all of them, in alphabetical order of id. */
  readonly scenarioIds: readonly string[];
}

/**
 * Rehearsals as their teacher looks back on them. Every question names the teacher: nobody sees another's. A talk that
 * ended before anything was said is not among them.
 */
export interface RehearsalStore {
  list(query: RehearsalQuery): Promise<RehearsalPage>;
  /** One of this teacher's, whole; null when there is none, or none of this teacher. `talk` is null while it goes on. */
  read(
    tenant: string,
    userId: string,
    id: string,
  ): Promise<(RehearsalRow & { readonly talk: JsonObject | null }) | null>;
  /** What was said on the line from its beginning up to and with its debrief, in order. */
  readLog(tenant: string, userId: string, id: string): Promise<readonly LoggedActivity[]>;
}

/** Proof that something was erased: counts and time, never words. */
export interface Erasure {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly conversations: number;
  readonly activities: number;
  readonly rehearsals: number;
}

/** What teachers made to keep. */
export interface KeepsakeStore {
  /** By its id alone: whoever holds the link may read it. Null when there is none, or not any more. */
  read(tenant: string, id: string): Promise<JsonObject | null>;
}

/** Scenarios that rehearsals are pinned to. */
export interface ScenarioRevisionStore {
  read(scenarioId: string, revision: string): Promise<JsonObject | null>;
}

/** One generation of a secret. */
export interface KeyGeneration {
  /** From this moment on it makes what is made, until the next one does; it reads before and after too. Empty for the first. */
  readonly since: string;
  /** 32 random bytes. */
  readonly secret: Uint8Array;
}

/** Secrets that are kept, each in one or more generations; the same for every instance. */
export interface KeyStore {
  /** The generations under this name, the newest first; the first one is made when there is none. */
  obtain(name: string): Promise<readonly KeyGeneration[]>;
  /** Adds a generation; without effect when there is one of this very moment. */
  renew(name: string, since: string): Promise<void>;
  /** Every name that has a key, in alphabetical order. */
  names(): Promise<readonly string[]>;
  /** Forgets each generation in whose place a newer one has been since before this moment, and returns how many. */
  expire(before: string): Promise<number>;
}

/** What a teacher has here. */
export interface PersonalDataStore {
  /** Everything of this user: conversations with their logs, rehearsals with their ledgers, keepsakes. */
  export(tenant: string, userId: string): Promise<JsonObject>;
  /** What this user had erased, the newest first. */
  erasures(tenant: string, userId: string): Promise<readonly Erasure[]>;
  /**
   * Erases conversations (log, ledger, rehearsals, keepsakes) whose last activity is before this moment and returns how many.
   * Scenario revisions that no rehearsal needs any more go too. A row with counts and time is kept as proof.
   */
  expire(before: string, at: string): Promise<number>;
}

/** One database behind one set of stores. Every method rejects with `StorageError` when it cannot do its work. */
export interface Storage {
  readonly conversations: ConversationStore;
  readonly scenarioRevisions: ScenarioRevisionStore;
  readonly keepsakes: KeepsakeStore;
  readonly rehearsals: RehearsalStore;
  readonly outbox: OutboxStore;
  readonly keys: KeyStore;
  readonly personalData: PersonalDataStore;
  readonly sessions: SessionStore;
  readonly oneTimes: OneTimeStore;
  readonly coaches: CoachStore;
  readonly links: LinkStore;
  readonly shares: ShareStore;
  readonly reviews: ReviewStore;
  readonly audit: AuditStore;
  readonly usage: UsageStore;
  readonly journal: JournalStore;
  readonly boards: BoardStore;
  /** Whether the database itself keeps organisations apart, beside our own questions; left out where it cannot. */
  readonly keepsRowsApart?: boolean;
  /** Left out where no other instance can be on the same database. */
  readonly neighbours?: Neighbours;
  /** Rejects when the database cannot be written to. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** The store could not do its work; nothing of the call had effect. The operator must act. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}

/** Tells live streams that a conversation's log has grown; a missed call costs time, never data. */
export interface LogFeed {
  publish(tenant: string, conversationId: string, logged: readonly LoggedActivity[]): void;
  /** It may have grown: whoever listens looks for itself. */
  hint(tenant: string, conversationId: string): void;
  /** The listener gets what was added, or nothing when it is to look. Returns the function that ends it. */
  subscribe(tenant: string, conversationId: string, listener: (logged: readonly LoggedActivity[]) => void): () => void;
}

/** What became of an incoming activity. */
export type TurnOutcome =
  | { readonly status: 'accepted'; readonly activityId: string; readonly answer?: JsonObject }
  /** Its conversation has too much waiting; nothing was kept. */
  | { readonly status: 'busy' };

/** Runs turns: one at a time in each conversation, each one commit, each key one effect. */
export interface TurnRunner {
  /** Throws `StorageError` when the turn could not be kept: then nothing of it happened. */
  run(turn: {
    readonly tenant: string;
    readonly conversationId: string;
    readonly userId: string;
    readonly channel: string;
    /** Parsed, sanitized, `from` already set by the channel. Its id is set by the runner. */
    readonly activity: Partial<Activity>;
    readonly dedupeKey: string;
    /** For a channel that we send to. */
    readonly delivery?: {
      readonly address: JsonObject;
      /** The one message that goes out for these replies. */
      readonly compose: (replies: readonly Activity[]) => JsonObject | null;
      /** See `TurnDelivery`. */
      readonly until?: string;
      /** What answers the request itself, when the bot gave no answer of its own; undefined for nothing. */
      readonly answer?: (replies: readonly Activity[]) => JsonObject | undefined;
    };
  }): Promise<TurnOutcome>;
  /** What may be kept of a text that comes without a turn, as a message of before that is changed; null when there is no such conversation. */
  heard(said: {
    readonly tenant: string;
    readonly conversationId: string;
    readonly text: string;
  }): Promise<string | null>;
  /** Waits for running turns, at most this long; new ones are refused from now on. */
  drain(milliseconds: number): Promise<void>;
}
