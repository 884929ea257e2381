import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { wordFile } from '../../../bot/keepsakes/wordFile.ts';
import type { Keepsake } from '../../../dialogs/keepsakes/keepsake.ts';
import { createTexts } from '../../../dialogs/texts.ts';
import { theContent } from '../../theContent.ts';
import { aKeepsake } from './aKeepsake.ts';

const t = createTexts(theContent().messages)('nl');

/** The parts of a zip by name, read from its central directory. */
function unzipped(zip: Buffer): ReadonlyMap<string, string> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const parts = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size, named, extra, comment] = [10, 20, 28, 30, 32].map((offset) =>
      offset === 20 ? zip.readUInt32LE(at + offset) : zip.readUInt16LE(at + offset),
    ) as [number, number, number, number, number];
    const name = zip.toString('utf8', at + 46, at + 46 + named);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + size);
    parts.set(name, (method === 8 ? inflateRawSync(data) : data).toString('utf8'));
    at += 46 + named + extra + comment;
  }
  return parts;
}

async function wordParts(changes: Partial<Keepsake> = {}): Promise<ReadonlyMap<string, string>> {
  return unzipped(Buffer.from(await wordFile(aKeepsake(changes), t)));
}

/** Whether every element that begins is closed in its turn. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [, close, name = '', empty] of xml.matchAll(/<(\/?)([A-Za-z][\w:.-]*)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (close && open.pop() !== name) return false;
    if (!close && !empty) open.push(name);
  }
  return open.length === 0 && !/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(xml);
}

describe('a Word file', () => {
  it('is a whole package: every part named, every part well formed', async () => {
    const parts = await wordParts();

    expect([...parts.keys()]).toEqual(
      expect.arrayContaining(['[Content_Types].xml', '_rels/.rels', 'word/document.xml', 'word/styles.xml']),
    );
    for (const [name, xml] of parts)
      expect({ name, wellFormed: isWellFormed(xml) }).toEqual({ name, wellFormed: true });
  });

  it('holds every piece: headings, lists, tables, cards, lines, and a picture in words', async () => {
    const document = (await wordParts()).get('word/document.xml') ?? '';

    for (const text of ['Onze visie', 'tweede regel', 'af te vinken', 'Ouderavond', 'Pluim', 'Dapper', 'De driehoek'])
      expect(document).toContain(text);
    expect(document).toContain('<w:pStyle w:val="Heading1"/>');
    expect(document.match(/<w:tbl>/g)).toHaveLength(2);
  });

  it('counts every numbered list from 1', async () => {
    const numbers = { type: 'list', as: 'numbers', items: ['eerst', 'dan'] } as const;
    const parts = await wordParts({ sections: [{ blocks: [numbers, numbers] }, { blocks: [numbers] }] });

    const used = [...(parts.get('word/document.xml') ?? '').matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id);
    expect(used).toHaveLength(6);
    expect(new Set(used).size).toBe(3);
  });

  it('draws every empty line to write on', async () => {
    const lines = { type: 'lines', label: 'Voor', count: 2 } as const;

    const document = (await wordParts({ sections: [{ blocks: [lines] }] })).get('word/document.xml') ?? '';

    const borders = document.match(/<w:pBdr>.*?<\/w:pBdr>/g) ?? [];
    expect(borders).toHaveLength(2);
    expect(new Set(borders).size).toBe(2);
  });

  it('prints notes smaller than the words, on one sheet too', async () => {
    const styles = (await wordParts({ isOneSheet: true })).get('word/styles.xml') ?? '';

    const words = /<w:docDefaults>.*?<w:sz w:val="(\d+)"/.exec(styles)?.[1];
    const notes = /w:styleId="Note".*?<w:sz w:val="(\d+)"/.exec(styles)?.[1];
    expect(Number(notes)).toBeLessThan(Number(words));
  });

  it('is A4, in Dutch', async () => {
    const parts = await wordParts();

    expect(parts.get('word/document.xml')).toMatch(/w:w="11906" w:h="16838"|w:h="16838"[^>]*w:w="11906"/);
    expect(parts.get('word/styles.xml')).toContain('nl-NL');
  });

  it('keeps marks and characters that XML cannot hold from damaging it', async () => {
    const parts = await wordParts({ title: '<b>Vet</b> & “zo”\u0000\u0008' });

    const document = parts.get('word/document.xml') ?? '';
    expect(isWellFormed(document)).toBe(true);
    expect(document).toContain('&lt;b&gt;Vet&lt;/b&gt; &amp; “zo”');
  });
});
