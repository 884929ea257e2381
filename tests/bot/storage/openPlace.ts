import type { Storage } from '../../../bot/ports.ts';
import { openPostgres } from '../../../bot/storage/postgres/openPostgres.ts';
import { openSqlite } from '../../../bot/storage/sqlite/openSqlite.ts';
import type { Place } from './testDatabase.ts';

/** Opens the storage at this place. */
export function openPlace(place: Place): Promise<Storage> {
  return place.kind === 'sqlite' ? openSqlite({ file: place.file }) : openPostgres({ url: place.url });
}
