import { appendFile, cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cachedContent } from '../../content/cachedContent.ts';
import { ContentError } from '../../content/contentError.ts';
import { loadContent } from '../../content/load.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'content-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('content kept for the next start', () => {
  it('is read anew after one byte has changed, and only the newest stays', async () => {
    const root = join(folder, 'root');
    const cache = join(folder, 'cache');
    await cp(join(import.meta.dirname, '../../content'), root, { recursive: true });
    const before = cachedContent(cache, root);
    await appendFile(join(root, 'messages/dialogs.nl.yaml'), 'added: Erbij\n');

    const after = cachedContent(cache, root);

    expect(before.messages.nl['dialogs']).not.toHaveProperty('added');
    expect(after.messages.nl['dialogs']).toHaveProperty('added', 'Erbij');
    expect(await readdir(cache)).toHaveLength(1);
  });

  it('never hides a fault in the files', async () => {
    const root = join(folder, 'root');
    await cp(join(import.meta.dirname, '../../content'), root, { recursive: true });
    cachedContent(folder, root);
    await writeFile(join(root, 'weights.yaml'), 'weights: none\n');

    expect(() => cachedContent(folder, root)).toThrow(ContentError);
  });

  it('is the same as content read from its files, and when it was damaged is read from them again', async () => {
    const read = loadContent();
    cachedContent(folder);

    const kept = cachedContent(folder);
    const [file = ''] = await readdir(folder);
    await writeFile(join(folder, file), '{"half":');
    const again = cachedContent(folder);

    expect(kept).toEqual(read);
    expect(again).toEqual(read);
  });
});
