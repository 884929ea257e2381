import { z } from 'zod';

/** 43 characters: see `digest`. */
const digested = z.string().regex(/^[\w-]{43}$/);
const noted = { id: z.uuid(), at: z.iso.datetime() };

/**
 * That something was taken away which an older backup still has: only random ids, digests and times, never a word, a name
 * or an account. Each digest is of tenant and id.
 */
export const journalEntrySchema = z.discriminatedUnion('what', [
  z.strictObject({ ...noted, what: z.literal('user'), of: digested }),
  z.strictObject({ ...noted, what: z.literal('rehearsals'), of: digested, ids: z.array(z.string().max(100)).min(1) }),
  z.strictObject({ ...noted, what: z.literal('share'), of: digested }),
  z.strictObject({ ...noted, what: z.literal('message'), of: digested, key: digested }),
  z.strictObject({ ...noted, what: z.literal('links'), of: digested }),
  z.strictObject({ ...noted, what: z.literal('coach'), of: digested }),
  z.strictObject({ ...noted, what: z.literal('tenant'), of: digested }),
]);

/**
 * | what       | of                | happened                                        |
 * | ---------- | ----------------- | ----------------------------------------------- |
 * | user       | the teacher       | everything of one teacher was erased            |
 * | rehearsals | the conversation  | these rehearsals in it were erased              |
 * | share      | the share         | a coach may not read any more                   |
 * | message    | the conversation  | what was said under this key was said otherwise |
 * | links      | the person        | who is nobody else any more                     |
 * | coach      | the coach         | who is no coach any more                        |
 * | tenant     | the tenant        | an organisation left, with all it had           |
 */
export type JournalEntry = Readonly<z.infer<typeof journalEntrySchema>>;

/** What came of applying a journal to a database that was put back. */
export interface Reapplied {
  /** Entries that this database did not know. */
  readonly applied: number;
  /** Entries from before its backup was made. */
  readonly known: number;
  /** Sign-ins and links that are good once; none of them outlives a restore. */
  readonly signedOut: number;
  /** Organisations whose chain of who did what is broken; empty when all are whole. */
  readonly brokenChains: readonly string[];
  /** When a conversation last changed before its backup was made: what came later is lost. Null when there is none. */
  readonly newest: string | null;
}

/** Entries stand in the database first, in the transaction that they tell of; from there they are copied to a file. */
export interface JournalStore {
  /** That are not in the file yet, the oldest first; or all of them. */
  list(which: 'unwritten' | 'all'): Promise<readonly JournalEntry[]>;
  /** These are in the file. */
  written(ids: readonly string[]): Promise<void>;
  /**
   * Does again what these entries tell of, where the database does not know them, and remembers that it did. Ends every sign-in.
   * For a database that was put back, before anybody uses it.
   */
  reapply(entries: readonly JournalEntry[]): Promise<Reapplied>;
  /** Rows of each table, by its name in alphabetical order; of one organisation where it is named: then the tables that name one. */
  count(tenant: string | null): Promise<Readonly<Record<string, number>>>;
}

/** What an organisation has here, to take along and to let go of as a whole. */
export interface BoardStore {
  /** Organisations of which anything is kept, in alphabetical order. */
  tenants(): Promise<readonly string[]>;
  /** The ids of its people who talked with the bot, in alphabetical order. */
  people(tenant: string): Promise<readonly string[]>;
  /** What is not one person's alone, each a list of rows: coaches, shares with all that was written, links, who did what. */
  shared(tenant: string): Promise<Readonly<Record<string, readonly object[]>>>;
  /** Erases all of it, the list of who did what too; counts stay as proof, and the journal knows. */
  erase(tenant: string, at: string): Promise<void>;
}

/** Backups of one database. */
export interface Backups {
  /** Makes one in this folder; only a whole one gets its name. Returns its path. */
  make(folder: string): Promise<string>;
  /** Whether this is the name of a file that `make` leaves. */
  isBackup(name: string): boolean;
  /**
   * Puts one in the place of the database and says what it did, a sentence each. It deletes nothing: what is there is moved
   * aside, or it refuses. Throws `StorageError` when the backup is not whole.
   */
  putBack(file: string): Promise<readonly string[]>;
}
