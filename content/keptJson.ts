import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where something is kept, and what it was made of: another digest makes it anew. */
export interface KeptPlace {
  readonly folder: string;
  /** Lower-case letters; the file is `<name>-<digest>.json`. */
  readonly name: string;
  /** Hexadecimal. */
  readonly digest: string;
}

/** What `make` returns, kept as JSON so that the next start need not make it. Throws what `make` throws. */
export function keptJson<T>(place: KeptPlace, make: () => T): T {
  return kept(join(place.folder, fileOf(place))) ?? keep(place, make());
}

/** Over the name and bytes of every YAML, JSON and TypeScript file and every question below these folders, and over a text. */
export function digestOf(folders: readonly string[], text = ''): string {
  const hash = createHash('sha256').update(text);
  for (const folder of new Set(folders)) {
    for (const file of filesIn(folder))
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(folder, file)))
        .update('\0');
  }
  return hash.digest('hex');
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ya?ml|json|ts)$|^finding.+\.txt$/.test(file))
    .sort();
}

function fileOf({ name, digest }: Pick<KeptPlace, 'name' | 'digest'>): string {
  return `${name}-${digest}.json`;
}

function kept(file: string) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Written beside and then moved, so that a stop halfway leaves nothing that looks whole. A full disk costs only time. */
function keep<T>({ folder, name, digest }: KeptPlace, made: T): T {
  const file = fileOf({ name, digest });
  try {
    mkdirSync(folder, { recursive: true });
    const beside = join(folder, `${file}.${process.pid}`);
    writeFileSync(beside, JSON.stringify(made));
    renameSync(beside, join(folder, file));
    for (const old of readdirSync(folder)) {
      if (isKeptAs(name, old) && old !== file) rmSync(join(folder, old), { force: true });
    }
  } catch {
    return made;
  }
  return made;
}

function isKeptAs(name: string, file: string): boolean {
  return file.startsWith(`${name}-`) && /^[0-9a-f]{64}\.json$/.test(file.slice(name.length + 1));
}
