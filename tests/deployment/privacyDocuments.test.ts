import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const FOLDER = 'deployment/privacy';
const TABLES = /readonly (\w+): \w+Table;/gu;
/** What a document points at: the address of a link, without a place in it. */
const LINK = /\]\(([^)#\s]+)(?:#[^)]*)?\)/gu;

const documents = globSync(`${FOLDER}/*.md`).toSorted();

describe('the papers for a privacy officer', () => {
  it.each(documents)('%s names only files that exist', (document) => {
    const links = [...readFileSync(document, 'utf8').matchAll(LINK)].map(([, address = '']) => address);
    const files = links.filter((address) => !address.startsWith('https:'));

    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !existsSync(join(dirname(document), file)))).toEqual([]);
  });

  it.each(documents)('%s calls a file by the address that it links', (document) => {
    const named = [...readFileSync(document, 'utf8').matchAll(/\[`([^`]+)`\]\(([^)]+)\)/gu)];
    const wrong = named.filter(
      ([, name = '', address = '']) => name !== join(dirname(document), address) && name !== address,
    );

    expect(wrong.map(([link]) => link)).toEqual([]);
  });

  it('leave no table of the database out', () => {
    const declared = ['tables', 'reviewTables'].flatMap((file) =>
      [...readFileSync(`bot/storage/${file}.ts`, 'utf8').matchAll(TABLES)].map(([, table = '']) => table),
    );
    const assessment = readFileSync(`${FOLDER}/dpia.md`, 'utf8');

    expect(declared.length).toBeGreaterThan(15);
    expect(declared.filter((table) => !assessment.includes(`\`${table}\``))).toEqual([]);
  });

  it('are three, and each has blanks that a school fills in', () => {
    const withoutBlanks = documents.filter((document) => !readFileSync(document, 'utf8').includes('[INVULLEN'));

    expect(documents).toHaveLength(3);
    expect(withoutBlanks).toEqual([]);
  });
});
