import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { JournalEntry } from '../recovery/recoveryPorts.ts';
import type { Tables } from './tables.ts';

type WithoutId<Entry> = Entry extends unknown ? Omit<Entry, 'id'> : never;

/** Notes, in the transaction that takes something away, that it did: so that a restore can do it again. */
export async function noteInJournal(trx: Transaction<Tables>, what: WithoutId<JournalEntry>): Promise<void> {
  await keepEntry(trx, { id: randomUUID(), ...what });
}

/** The same for an entry that exists; it is copied to the file of this installation too. */
export async function keepEntry(trx: Transaction<Tables>, entry: JournalEntry): Promise<void> {
  await trx
    .insertInto('journal')
    .values({ id: entry.id, at: entry.at, entry: JSON.stringify(entry), written: 0 })
    .execute();
}
