import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DANGERS, type Danger } from './schema/danger.ts';
import type { Locale } from './schema/locale.ts';

/** A phrasing, and what it tells: one of the dangers, or nothing of the kind. */
export interface DangerExample {
  readonly kind: Danger | 'none';
  readonly text: string;
  /** Who wrote it: the name of its file. */
  readonly writer: string;
}

const KINDS: readonly (Danger | 'none')[] = [...DANGERS, 'none'];
const FOLDER = 'safety/examples';

/** Every phrasing in `<folder>/<locale>/*.txt` below `root`, by file name and line. Throws as `readDangerExamples` does. */
export function readDangerFolder(
  locale: Locale,
  root: string = import.meta.dirname,
  folder: string = FOLDER,
): readonly DangerExample[] {
  return globSync(`${folder}/${locale}/*.txt`, { cwd: root })
    .sort()
    .flatMap((file) => readDangerExamples(join(root, file)));
}

/**
 * Reads phrasings, one on a line: `threat | He says he'll kill me.`; `#` begins a heading. Throws on a line that is
 * neither, with its number and without its words.
 */
export function readDangerExamples(file: string): readonly DangerExample[] {
  const writer = basename(file, '.txt');
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .flatMap((line, index) => {
      if (line.trim() === '' || line.startsWith('#')) return [];
      const [, name, text] = /^([a-z-]+) \| (.+)$/.exec(line) ?? [];
      const kind = KINDS.find((known) => known === name);
      if (!kind || !text) throw new Error(`${file}:${index + 1} must read "<kind> | <words>".`);
      return [{ kind, text, writer }];
    });
}
