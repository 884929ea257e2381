import { type JournalStore, journalEntrySchema } from '../recovery/recoveryPorts.ts';
import { countRows } from './countRows.ts';
import type { Database } from './database.ts';
import { reapplyJournal } from './reapplyJournal.ts';

/** What a restore must do again. */
export function createJournalStore(database: Database): JournalStore {
  const { db, write } = database;
  return {
    list: async (which) => {
      const rows = db.selectFrom('journal').select('entry').orderBy('at').orderBy('id');
      const wanted = which === 'all' ? rows : rows.where('written', '=', 0);
      return (await wanted.execute()).map(({ entry }) => journalEntrySchema.parse(JSON.parse(entry)));
    },
    written: (ids) =>
      write(async (trx) => {
        for (const id of ids) await trx.updateTable('journal').set({ written: 1 }).where('id', '=', id).execute();
      }),
    reapply: async (entries) => {
      const result = await write((trx) => reapplyJournal(database, trx, entries), { erases: true });
      await database.tidy();
      return result;
    },
    count: (tenant) => countRows(db, tenant),
  };
}
