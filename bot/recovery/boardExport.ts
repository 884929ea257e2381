import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Storage, StorageError } from '../ports.ts';

const MANIFEST = 'manifest.json';
const PROOF = 'proof-of-deletion.json';

/** What comes and goes by itself, and says nothing that the rest does not: no reason to begin again. */
const PASSING = ['sessions', 'one_times', 'outbox', 'addresses', 'dedupe'];

const manifestSchema = z.object({
  tenant: z.string(),
  at: z.iso.datetime(),
  /** Rows of each table. */
  rows: z.record(z.string(), z.number()),
  /** SHA-256 of each file, in hexadecimal. */
  files: z.record(z.string(), z.string()),
});

type Manifest = Readonly<z.infer<typeof manifestSchema>>;

/** The stores that a board's leaving needs. */
export type Leaving = Pick<Storage, 'personalData' | 'boards' | 'journal'>;

/**
 * Writes all that an organisation has here into a folder, as JSON: one file for each person, one for each list that is not one
 * person's, and `manifest.json` with how many rows there were and the SHA-256 of each file. Returns how many people.
 */
export async function exportBoard(storage: Leaving, order: BoardOrder): Promise<number> {
  const { tenant, folder, at } = order;
  const rows = await storage.journal.count(tenant);
  await mkdir(join(folder, 'people'), { recursive: true });
  const files: Record<string, string> = {};
  const keep = async (name: string, content: object) => {
    files[name] = await writeJson(join(folder, name), content);
  };

  const people = await storage.boards.people(tenant);
  for (const [index, userId] of people.entries()) {
    await keep(`people/${String(index + 1).padStart(5, '0')}.json`, await storage.personalData.export(tenant, userId));
  }
  for (const [name, list] of Object.entries(await storage.boards.shared(tenant))) await keep(`${name}.json`, list);
  const manifest: Manifest = { tenant, at, rows, files };
  await writeJson(join(folder, MANIFEST), manifest);
  return people.length;
}

/** Which organisation, where its export is, and what time it is (ISO 8601, UTC). */
export interface BoardOrder {
  readonly tenant: string;
  readonly folder: string;
  readonly at: string;
}

/**
 * Erases all that an organisation has here, once its export is whole and nothing was added since; leaves
 * `proof-of-deletion.json` in the export: how many rows there were, and that none are left. Throws `StorageError` before
 * anything is erased when the export is not fit.
 */
export async function deleteBoard(storage: Leaving, order: BoardOrder): Promise<Readonly<Record<string, number>>> {
  const { tenant, folder, at } = order;
  const manifest = await checkedManifest(order);
  const before = await storage.journal.count(tenant);
  refuseIfChanged(manifest, before);

  await storage.boards.erase(tenant, at);
  const after = await storage.journal.count(tenant);
  const left = Object.values(after).reduce((sum, count) => sum + count, 0);
  if (left > 0)
    throw new StorageError('Somebody of this organisation came in meanwhile. Keep them out, and delete again.');
  const manifestSha256 = sha256(await readFile(join(folder, MANIFEST), 'utf8'));
  await writeJson(join(folder, PROOF), { tenant, at, manifestSha256, rowsBefore: before, rowsAfter: after });
  return before;
}

async function checkedManifest({ tenant, folder }: BoardOrder): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => undefined);
  if (text === undefined) throw new StorageError(`There is no export in ${folder}. Make one first.`);
  const manifest = manifestSchema.parse(JSON.parse(text));
  if (manifest.tenant !== tenant) throw new StorageError(`The export in ${folder} is of another organisation.`);
  for (const [name, hash] of Object.entries(manifest.files)) {
    const content = await readFile(join(folder, name), 'utf8').catch(() => '');
    if (sha256(content) !== hash)
      throw new StorageError(`The export in ${folder} is not whole: ${name}. Make it again.`);
  }
  return manifest;
}

function refuseIfChanged({ rows }: Manifest, now: Readonly<Record<string, number>>): void {
  const changed = Object.keys(now).filter((table) => !PASSING.includes(table) && now[table] !== rows[table]);
  if (changed.length === 0) return;
  throw new StorageError(
    `Since the export something was added or erased (${changed.join(', ')}). Keep the people of this organisation out ` +
      '(OIDC_TENANTS, TEAMS_TENANTS), export again, and delete then.',
  );
}

/** Returns the SHA-256 of what was written. */
async function writeJson(file: string, content: object): Promise<string> {
  const text = `${JSON.stringify(content, null, 2)}\n`;
  await writeFile(file, text, { mode: 0o600 });
  return sha256(text);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
