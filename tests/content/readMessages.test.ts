import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readMessages } from '../../content/readMessages.ts';

function folderWith(file: string, text: string): string {
  const root = mkdtempSync(join(tmpdir(), 'messages-'));
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
  return root;
}

describe('the messages of parents', () => {
  it('carry the kind of their file, and before them what they carry as well', () => {
    const file = 'answering/examples/nl/worry-2.txt';
    const root = folderWith(file, '# van thuis\nze eet niet\n[asks-talk shame] sorry, kan ik langskomen?\n');

    const { messages, problems } = readMessages(root);

    expect(problems).toEqual([]);
    expect(messages).toEqual([
      { locale: 'nl', kinds: ['worry'], text: 'ze eet niet', file, line: 2 },
      { locale: 'nl', kinds: ['worry', 'asks-talk', 'shame'], text: 'sorry, kan ik langskomen?', file, line: 3 },
    ]);
  });

  it.each(['answering/examples/nl/zorg.txt', 'answering/examples/fr/worry.txt'])(
    'are not read from a file that names no language or kind: %s',
    (file) => {
      const { messages, problems } = readMessages(folderWith(file, 'ze eet niet'));

      expect(messages).toEqual([]);
      expect(problems).toMatchObject([{ file }]);
    },
  );

  it('are not read where what stands between brackets is no kind', () => {
    const file = 'answering/examples/nl/worry.txt';
    const { messages, problems } = readMessages(folderWith(file, 'goed zo\n[boos] ze eet niet'));

    expect(messages).toHaveLength(1);
    expect(problems).toMatchObject([{ file, line: 2 }]);
  });
});
