import { describe, expect, it } from '@jest/globals';
import { talkOnPaper } from '../../../bot/exports/talkOnPaper.ts';
import { wordFile } from '../../../bot/keepsakes/wordFile.ts';
import { aTalk, content, texts } from './aTalk.ts';

describe('a talk on paper', () => {
  it('has the whole talk, the course of tension, the debrief and what it rests on', () => {
    const talk = aTalk(undefined, 'nl', 'iets rustiger');

    const { title, sections, sources } = talkOnPaper(talk, content, texts('nl'));

    expect(title).toBe('Buitengesloten in de bouwhoek');
    expect(sections.map(({ heading }) => heading)).toEqual([
      'Het gesprek',
      'Spanning en vertrouwen',
      'In het kort',
      'Per tip',
      'Waarom de spanning bewoog',
      'Waar het om ging',
    ]);
    expect(JSON.stringify(sections)).toContain('Zelf zei je: “iets rustiger”');
    expect(sources.length).toBeGreaterThan(0);
  });

  it('has tables whose every row is as long as the head', () => {
    const { sections } = talkOnPaper(aTalk(), content, texts('nl'));

    const tables = sections.flatMap(({ blocks }) => blocks.filter((block) => block.type === 'table'));
    expect(tables.length).toBeGreaterThan(2);
    for (const { head, rows } of tables) for (const row of rows) expect(row).toHaveLength(head.length);
  });

  it('is plain words: nothing of Markdown is left in it', () => {
    const { sections } = talkOnPaper(aTalk(undefined, 'en'), content, texts('en'));

    expect(JSON.stringify(sections)).not.toMatch(/\*\*|\\\\|`/u);
  });

  it('speaks the language in which the talk was held', () => {
    const { title, sections } = talkOnPaper(aTalk(undefined, 'en'), content, texts('en'));

    expect(title).toBe('Left out in the block corner');
    expect(sections.at(0)?.heading).toBe('The conversation');
  });

  it('M13 writes out marks that turn the direction of text', () => {
    const { sections } = talkOnPaper(aTalk(['Dag \u202Emevrouw']), content, texts('nl'));

    expect(JSON.stringify(sections[0])).toContain('u202emevrouw');
    expect(JSON.stringify(sections[0])).not.toContain('\u202E');
  });

  it('becomes a Word file', async () => {
    const file = await wordFile(talkOnPaper(aTalk(), content, texts('nl')), texts('nl'));

    expect(Buffer.from(file).toString('latin1', 0, 2)).toBe('PK');
  });
});
