import { describe, expect, it } from '@jest/globals';
import { cardBody } from '../../../dialogs/cards/cardBody.ts';
import { plainWords } from '../../../dialogs/cards/plainWords.ts';

/** The elements as they go over the wire. */
const bodyOf = (markdown: string) => JSON.parse(JSON.stringify(cardBody(markdown)));

describe('our Markdown on a card', () => {
  it('has a heading for a heading, and for a line in bold alone', () => {
    const heading = { type: 'TextBlock', text: 'Kop', style: 'heading', weight: 'Bolder' };

    expect(bodyOf('## Kop')).toMatchObject([heading]);
    expect(bodyOf('**Kop**')).toMatchObject([heading]);
    expect(bodyOf('**Sterk:** je luisterde.')).toMatchObject([{ text: '**Sterk:** je luisterde.' }]);
  });

  it('has a text for each paragraph and list, which breaks lines where it must', () => {
    expect(bodyOf('Eerst dit.\n\n- een\n- twee')).toMatchObject([
      { type: 'TextBlock', text: 'Eerst dit.', wrap: true },
      { type: 'TextBlock', text: '- een\n- twee', wrap: true },
    ]);
  });

  it('has what stands within an item under it, for lists in lists are not shown everywhere', () => {
    expect(bodyOf('- een\n  - daarbij\n- twee')).toMatchObject([
      { text: '- een' },
      { text: '- daarbij', size: 'Small' },
      { text: '- twee' },
    ]);
  });

  it('sets a quote apart, and prints a paragraph in italics small', () => {
    expect(bodyOf('> **Ouder:** Nou.')).toMatchObject([{ type: 'Container', items: [{ text: '**Ouder:** Nou.' }] }]);
    expect(bodyOf('*Bron: Munniksma e.a.*')).toMatchObject([{ text: 'Bron: Munniksma e.a.', isSubtle: true }]);
  });

  it('has a table for a table, with its head, and an empty cell where nothing is said', () => {
    const [table] = bodyOf('| | Pesten |\n| --- | --- |\n| Wie | steeds dezelfde |');

    expect(table).toMatchObject({ type: 'Table', firstRowAsHeaders: true });
    expect(table.rows[0].cells).toMatchObject([{ items: [] }, { items: [{ text: 'Pesten' }] }]);
    expect(table.rows).toHaveLength(2);
  });

  it('has words to type in bold, and italics as cards know them', () => {
    expect(bodyOf('Typ `tip 3`, en *let op*.')).toMatchObject([{ text: 'Typ **tip 3**, en _let op_.' }]);
  });

  it('leaves what a teacher typed as it was typed', () => {
    expect(bodyOf('2 \\* 3 \\_is\\_ zes')).toMatchObject([{ text: '2 \\* 3 \\_is\\_ zes' }]);
  });
});

describe('our Markdown as plain words', () => {
  it.each([
    ['**Tip 3: Benoem** het', 'Tip 3: Benoem het'],
    ['## Kop\n\n*klein* en `tip 3`', 'Kop\n\nklein en tip 3'],
    ['> **Ouder:** Nou.', 'Ouder: Nou.'],
    ['[de pagina](https://x.example)', 'de pagina'],
    ['| Wie | Wat |\n| --- | --- |\n| ik | bel |', 'Wie: Wat\nik: bel'],
    ['2 \\* 3 is zes', '2 * 3 is zes'],
  ])('makes %j into %j', (markdown, words) => {
    expect(plainWords(markdown, 100)).toBe(words);
  });

  it('ends where a word ends when it is too long', () => {
    expect(plainWords('een twee drie vier', 10)).toBe('een twee…');
  });
});
