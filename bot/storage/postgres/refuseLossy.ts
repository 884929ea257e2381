import { type Kysely, sql } from 'kysely';
import type { Durability } from '../../durability.ts';
import { StorageError } from '../../ports.ts';
import type { Tables } from '../tables.ts';
import { DURABILITY_SETTINGS, durabilityProblems } from './durability.ts';

/** Throws `StorageError`, in words for the operator, when the server would lose what it acknowledges. */
export async function refuseLossy(db: Kysely<Tables>, durability: Durability, name: string): Promise<void> {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name in (${sql.join(DURABILITY_SETTINGS)})`.execute(db);
  const settings = Object.fromEntries(rows.map((row) => [row.name, row.setting]));
  const problems = durabilityProblems(settings, durability);
  if (problems.length === 0) return;
  throw new StorageError(
    `PostgreSQL (${name}): ${problems.join('; ')}. Change it on the server, or set DATABASE_DURABILITY (see .env.example).`,
  );
}
