import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from './load.ts';
import type { Content } from './schema/content.ts';

const NAME = /^content-[0-9a-f]{64}\.json$/;

/**
 * `loadContent`, kept in `folder` as JSON so that the next start need not read and check every file anew. What is kept
 * counts only for exactly these files, content and code: a change of one byte loads afresh. Throws as `loadContent` does.
 */
export function cachedContent(folder: string, root: string = import.meta.dirname): Content {
  const name = `content-${digest(root)}.json`;
  return kept(join(folder, name)) ?? keep(folder, name, loadContent(root));
}

/** Over the name and bytes of every file below the content folder, and of the code that reads them. */
function digest(root: string): string {
  const hash = createHash('sha256');
  for (const folder of new Set([root, import.meta.dirname])) {
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
    .filter((file) => /\.(ya?ml|json|ts)$/.test(file))
    .sort();
}

function kept(file: string): Content | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Written beside and then moved, so that a stop halfway leaves nothing that looks whole. A full disk costs only time. */
function keep(folder: string, name: string, content: Content): Content {
  try {
    mkdirSync(folder, { recursive: true });
    const beside = join(folder, `${name}.${process.pid}`);
    writeFileSync(beside, JSON.stringify(content));
    renameSync(beside, join(folder, name));
    for (const old of readdirSync(folder))
      if (NAME.test(old) && old !== name) rmSync(join(folder, old), { force: true });
  } catch {
    return content;
  }
  return content;
}
