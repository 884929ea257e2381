import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readQuestions } from '../../content/readQuestions.ts';

function folderWith(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'questions-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

describe('the questions of a topic', () => {
  it('stand in any number of files, one on a line', () => {
    const root = folderWith({
      'finding/nl/books.txt': '# van een juf\nwelk boek?\n\n  heb je een titel  \n',
      'finding/nl/books-2.txt': 'leestip',
    });

    const { questions, problems } = readQuestions(root);

    expect(problems).toEqual([]);
    expect(questions).toEqual([
      { locale: 'nl', topic: 'books', text: 'leestip', file: 'finding/nl/books-2.txt', line: 1 },
      { locale: 'nl', topic: 'books', text: 'welk boek?', file: 'finding/nl/books.txt', line: 2 },
      { locale: 'nl', topic: 'books', text: 'heb je een titel', file: 'finding/nl/books.txt', line: 4 },
    ]);
  });

  it.each(['finding/nl/boeken.txt', 'finding/fr/books.txt', 'finding/books.txt'])(
    'are not read from a file that names no language or topic: %s',
    (file) => {
      const { questions, problems } = readQuestions(folderWith({ [file]: 'welk boek?' }));

      expect(questions).toEqual([]);
      expect(problems).toMatchObject([{ file }]);
    },
  );
});
