import { readFileSync } from 'node:fs';
import { DANGERS, type Danger } from '../../content/schema/danger.ts';

/** A phrasing, and what it tells: one of the dangers, or nothing of the kind. */
export interface DangerExample {
  readonly kind: Danger | 'none';
  readonly text: string;
  /** The heading above it: who writes so. */
  readonly writer: string;
}

const KINDS: readonly (Danger | 'none')[] = [...DANGERS, 'none'];

/**
 * Reads phrasings, one on a line: `threat | He says he'll kill me.`; `#` begins a heading. Throws on a line that is
 * neither, with its number and without its words.
 */
export function readDangerExamples(file: string): readonly DangerExample[] {
  const examples: DangerExample[] = [];
  let writer = '';
  readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .forEach((line, index) => {
      if (line.startsWith('#')) writer = line.replace(/^#+\s*/, '');
      if (line.trim() === '' || line.startsWith('#')) return;

      const [, name, text] = /^([a-z-]+) \| (.+)$/.exec(line) ?? [];
      const kind = KINDS.find((known) => known === name);
      if (!kind || !text) throw new Error(`${file}:${index + 1} must read "<kind> | <words>".`);
      examples.push({ kind, text, writer });
    });
  return examples;
}
