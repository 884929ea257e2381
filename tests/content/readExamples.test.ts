import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readExamples } from '../../content/readExamples.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'examples-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(file: string, text: string): void {
  const path = join(root, file);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}

describe('the turns of a language', () => {
  it('come from all its files, in the order of their names', () => {
    write('turns/nl/b-1.txt', 'Drie.\n');
    write('turns/nl/a-2.txt', 'Twee.\n');
    write('turns/nl/a-1.txt', 'Een.\n');
    write('turns/en/a-1.txt', 'One.\n');

    const { examples } = readExamples('nl', 'turns', root);

    expect(examples.map(({ text }) => text)).toEqual(['Een.', 'Twee.', 'Drie.']);
  });

  it('leave out what is not a text file', () => {
    write('turns/nl/a-1.txt', 'Een.\n');
    write('turns/nl/README.md', 'Over deze map.\n');

    expect(readExamples('nl', 'turns', root).examples).toHaveLength(1);
  });

  it('come with every line that cannot be read', () => {
    write('turns/nl/a-1.txt', '[comfort|Wat naar.]\n');
    write('turns/nl/b-1.txt', 'Goed.\n[minimise|Ach\n');

    const { problems } = readExamples('nl', 'turns', root);

    expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual(['turns/nl/a-1.txt:1', 'turns/nl/b-1.txt:2']);
  });

  it('are none where there is no folder', () => {
    expect(readExamples('nl', 'turns', root)).toEqual({ examples: [], problems: [] });
  });
});
