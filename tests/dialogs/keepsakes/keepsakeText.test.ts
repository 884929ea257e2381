import { describe, expect, it } from '@jest/globals';
import type { KeepsakeBlock } from '../../../dialogs/keepsakes/keepsake.ts';
import { keepsakeText } from '../../../dialogs/keepsakes/keepsakeText.ts';

/** The words of these blocks, without a source. */
function textOf(...blocks: readonly KeepsakeBlock[]): string {
  const keepsake = {
    tool: 'vision',
    locale: 'en',
    title: 'T',
    sections: [{ blocks }],
    sources: [],
    madeAt: '',
  } as const;
  return keepsakeText(keepsake, (key) => key);
}

describe('what is kept, in words', () => {
  it('has every list, table and card, and leaves out the lines to write on', () => {
    const text = textOf(
      { type: 'list', items: ['one', 'two'], as: 'numbers' },
      { type: 'table', head: ['Who', 'When'], rows: [['parents', 'in May']] },
      { type: 'cards', cards: [{ title: 'Well done', text: 'You shared.' }] },
      { type: 'lines', label: 'For', count: 3 },
    );

    expect(text).toBe(
      [
        '## T',
        '1. one\n2. two',
        '| Who | When |\n| --- | --- |\n| parents | in May |',
        '- **Well done** You shared.',
      ].join('\n\n'),
    );
  });

  it('tells a picture by its title and its words', () => {
    const picture = { kind: 'triangle', corners: ['a', 'b', 'c'], sides: ['d', 'e', 'f'] } as const;

    const text = textOf({ type: 'picture', picture, title: 'The triangle', twin: ['Three corners.'] });

    expect(text).toContain('**The triangle**\n\n- Three corners.');
  });

  it.each([
    ['a link', '[x](https://example.org)', '\\[x\\](https://example.org)'],
    ['bold', '**x**', '\\*\\*x\\*\\*'],
    ['markup', '<b>x</b>', '\\<b\\>x\\</b\\>'],
    ['a heading', '# x', '\\# x'],
    ['a list', '- x', '\\- x'],
    ['a numbered list', '1. x', '1\\. x'],
  ])('shows %s that was typed as the words they are', (_, typed, shown) => {
    expect(textOf({ type: 'paragraph', text: typed })).toBe(`## T\n\n${shown}`);
  });

  it('keeps a typed bar from breaking a table', () => {
    expect(textOf({ type: 'table', head: ['a'], rows: [['x | y\nz']] })).toContain('| x \\| y z |');
  });
});
