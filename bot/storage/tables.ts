import type { ReviewTables } from './reviewTables.ts';

/**
 * The tables as the newest migration leaves them. Everything that is said, and all JSON, is text: PostgreSQL's `jsonb`
 * refuses U+0000 and lone surrogates, which JSON text carries as escapes. Moments are ISO 8601 in UTC.
 */
export interface Tables extends ReviewTables {
  readonly conversations: ConversationTable;
  readonly activities: ActivityTable;
  readonly dedupe: DedupeTable;
  readonly rehearsals: RehearsalTable;
  readonly ledger: LedgerTable;
  readonly keepsakes: KeepsakeTable;
  readonly outbox: OutboxTable;
  readonly addresses: AddressTable;
  readonly scenario_revisions: ScenarioRevisionTable;
  readonly key_generations: KeyGenerationTable;
  readonly erasures: ErasureTable;
  readonly journal: JournalTable;
  readonly sessions: SessionTable;
  readonly one_times: OneTimeTable;
  readonly coaches: CoachTable;
  readonly links: LinkTable;
  readonly write_checks: WriteCheckTable;
}

interface InConversation {
  readonly tenant: string;
  readonly conversation_id: string;
}

/** Key: tenant, id. */
export interface ConversationTable {
  readonly tenant: string;
  readonly id: string;
  readonly user_id: string;
  readonly channel: string;
  readonly version: number;
  readonly last_seq: number;
  readonly state: string | null;
  readonly created_at: string;
  readonly updated_at: string;
  /** The day from which its teacher may be reminded of something; null for never. */
  readonly remind_on: string | null;
}

/** Append-only, but for erasure and `reviseActivity`. Key: tenant, conversation, seq. */
export interface ActivityTable extends InConversation {
  readonly seq: number;
  readonly activity: string;
}

/** Key: tenant, conversation, digest of the dedupe key (see `digest`). */
export interface DedupeTable extends InConversation {
  readonly key_digest: string;
  readonly activity_id: string;
  /** JSON: what was answered beside it. */
  readonly answer: string | null;
}

/** Key: tenant, conversation, id. */
export interface RehearsalTable extends InConversation {
  readonly id: string;
  readonly scenario_id: string;
  readonly revision: string;
  readonly locale: string;
  readonly seed: number;
  readonly started_at: string;
  readonly ended_at: string | null;
  readonly end_reason: string | null;
  /** Its part of the log; null for one that began before this was kept. */
  readonly first_seq: number | null;
  /** Up to and with the end, or the debrief; null while it goes on for the first time. */
  readonly last_seq: number | null;
  /** JSON: what a list shows of it; null while it goes on for the first time, or when nothing was said. */
  readonly summary: string | null;
  /** What a search looks through. */
  readonly words: string | null;
  /** JSON: the whole talk. */
  readonly talk: string | null;
}

/** `version` is of the commit that wrote the entry, `position` its place in it; a turn may come back after a rewind. */
export interface LedgerTable extends InConversation {
  readonly version: number;
  readonly position: number;
  readonly rehearsal_id: string;
  readonly turn: number;
  readonly lines: string;
}

/** Key: tenant, id; the id alone opens it, so it is random. */
export interface KeepsakeTable extends InConversation {
  readonly id: string;
  readonly keepsake: string;
  readonly made_at: string;
}

/** What is still to be sent. Key: tenant, conversation, seq. */
export interface OutboxTable extends InConversation {
  /** Of the last activity of its turn in the log. */
  readonly seq: number;
  readonly address: string;
  readonly message: string;
  /** How often it was offered. */
  readonly attempts: number;
  /** How often its fate stayed unknown; one that is being offered now counts. */
  readonly doubts: number;
  readonly due_at: string;
  readonly expires_at: string;
  readonly leased_until: string | null;
  readonly lease_holder: string | null;
}

/** Where conversations can be reached. Key: tenant, conversation. */
export interface AddressTable extends InConversation {
  readonly address: string;
}

/** Content, not a teacher's: no tenant. Key: scenario, revision. */
export interface ScenarioRevisionTable {
  readonly scenario_id: string;
  readonly revision: string;
  readonly scenario: string;
}

/** `secret` is base64. */
export interface KeyGenerationTable {
  readonly name: string;
  /** When it begins to make what is made; empty for the first. */
  readonly since: string;
  readonly secret: string;
}

/** Proof of what was erased: counts and time, never words; the teacher only as a digest. */
export interface ErasureTable {
  readonly id: string;
  readonly at: string;
  readonly cause: 'asked' | 'expired' | 'left';
  /** Null when many teachers' conversations went at once. */
  readonly user_digest: string | null;
  readonly conversations: number;
  readonly activities: number;
  readonly rehearsals: number;
}

/** What a restore must do again, as long as this database lives: see `JournalEntry`. Key: id. */
export interface JournalTable {
  readonly id: string;
  readonly at: string;
  /** JSON. */
  readonly entry: string;
  /** 1 once it is in the file beside the database. */
  readonly written: number;
}

/** Sign-ins. Key: digest of the secret. `roles` is JSON. */
export interface SessionTable {
  readonly digest: string;
  readonly tenant: string;
  readonly user_id: string;
  readonly place: 'web' | 'tab';
  readonly name: string;
  readonly roles: string;
  readonly created_at: string;
  readonly seen_at: string;
  readonly idle_until: string;
  readonly ends_at: string;
  readonly checked_at: string;
  /** While somebody asks for the roles again. */
  readonly checking_until: string | null;
  readonly grant_sealed: string | null;
}

/** Good once. Key: tenant, purpose, digest. `value` is JSON. */
export interface OneTimeTable {
  readonly tenant: string;
  readonly purpose: string;
  readonly digest: string;
  readonly value: string;
  readonly expires_at: string;
}

/** Key: tenant, id. */
export interface CoachTable {
  readonly tenant: string;
  readonly id: string;
  readonly name: string;
  readonly since: string;
  readonly ended_at: string | null;
}

/** The same person elsewhere, as that person said. Key: tenant, user. */
export interface LinkTable {
  readonly tenant: string;
  readonly user_id: string;
  readonly other_tenant: string;
  readonly other_user_id: string;
  readonly since: string;
}

/** Written to and emptied again to learn whether writing works. */
export interface WriteCheckTable {
  readonly id: string;
  readonly filler: string;
}
