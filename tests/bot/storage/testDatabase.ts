import type { Storage } from '../../../bot/ports.ts';

/** Where a database is, for a process that opens it by itself. */
export type Place =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** A real database of its own, empty at first. */
export interface TestDatabase {
  readonly place: Place;
  /** Each call opens it once more, as another instance of the bot would. */
  open(): Promise<Storage>;
  /** Every row of every table, as text. */
  readRows(): Promise<string>;
  remove(): Promise<void>;
}

/** What the parts of the contract work with. */
export interface Fixture {
  readonly database: TestDatabase;
  readonly storage: Storage;
}
