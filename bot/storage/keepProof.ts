import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { ErasureTable, Tables } from './tables.ts';

/** Leaves one row that something was erased: counts and time, never words. */
export async function keepProof(trx: Transaction<Tables>, proof: Omit<ErasureTable, 'id'>): Promise<void> {
  await trx
    .insertInto('erasures')
    .values({ id: randomUUID(), ...proof })
    .execute();
}
