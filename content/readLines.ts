import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One line of a file of plain lines. */
export interface TextLine {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** A file of plain lines: one text on each; empty lines and those that begin with `#` are left out. */
export interface LinesFile {
  /** Relative to the content folder, with forward slashes. */
  readonly file: string;
  readonly lines: readonly TextLine[];
}

/** All files of plain lines in `folder` below `root`, at any depth, by name. */
export function readLines(root: string, folder: string): readonly LinesFile[] {
  return globSync(`${folder}/**/*.txt`, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .map((file) => ({ file, lines: linesOf(readFileSync(join(root, file), 'utf8')) }));
}

function linesOf(text: string): readonly TextLine[] {
  return text
    .split(/\r?\n/)
    .map((written, index) => ({ text: written.trim(), line: index + 1 }))
    .filter((line) => line.text !== '' && !line.text.startsWith('#'));
}
