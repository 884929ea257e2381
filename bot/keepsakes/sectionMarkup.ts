import type { KeepsakeBlock, KeepsakeSection } from '../../dialogs/keepsakes/keepsake.ts';
import { trianglePicture } from '../../dialogs/keepsakes/trianglePicture.ts';
import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';

/** A section as HTML; all of it is escaped. `level`: of its heading. */
export function sectionMarkup({ heading, blocks }: KeepsakeSection, level: 2 | 3 = 2): Markup {
  const above = heading ? [element(`h${level}`, {}, escaped(heading))] : [];
  return element('section', {}, ...above, ...blocks.map(block));
}

function block(one: KeepsakeBlock): Markup {
  switch (one.type) {
    case 'paragraph':
      return one.as === 'quote'
        ? element('blockquote', {}, escaped(one.text))
        : paragraph(one.text, one.as === 'note' ? 'note' : undefined);
    case 'list':
      return list(one.as === 'numbers' ? 'ol' : 'ul', one.as === 'boxes' ? 'boxes' : undefined, one.items);
    case 'table':
      return table(one.head, one.rows);
    case 'cards':
      return element('div', { class: 'cards' }, ...one.cards.map(card));
    case 'lines':
      return element('div', { class: 'lines' }, paragraph(one.label), emptyLines(one.count));
    case 'picture':
      return element(
        'figure',
        {},
        trianglePicture(one.picture, one.title, one.twin),
        element('figcaption', {}, paragraph(one.title), list('ul', undefined, one.twin)),
      );
  }
}

/** A paragraph of plain words. */
export function paragraph(text: string, className?: string): Markup {
  return element('p', { class: className }, escaped(text));
}

/** A list of plain words. The role says again what it is: without bullets some browsers forget. */
export function list(name: 'ul' | 'ol', className: string | undefined, items: readonly string[]): Markup {
  return element(name, { class: className, role: 'list' }, ...items.map((item) => element('li', {}, escaped(item))));
}

/**
 * Wide tables scroll on a small screen, also by keyboard. The roles say again what each element is, and each cell what it
 * is of: where a page lays the rows out anew, some browsers forget.
 */
function table(head: readonly string[], rows: readonly (readonly string[])[]): Markup {
  const cell = (text: string, index: number) =>
    index === 0
      ? element('th', { scope: 'row', role: 'rowheader' }, escaped(text))
      : element('td', { role: 'cell', 'data-head': head[index] ?? '' }, escaped(text));
  return element(
    'div',
    { class: 'table', tabindex: 0, role: 'group', 'aria-label': head.join(', ') },
    element(
      'table',
      { role: 'table' },
      element(
        'thead',
        { role: 'rowgroup' },
        element(
          'tr',
          { role: 'row' },
          ...head.map((text) => element('th', { scope: 'col', role: 'columnheader' }, escaped(text))),
        ),
      ),
      element('tbody', { role: 'rowgroup' }, ...rows.map((row) => element('tr', { role: 'row' }, ...row.map(cell)))),
    ),
  );
}

function card({ title, text, lines = 0 }: { title: string; text: string; lines?: number }): Markup {
  return element('div', { class: 'card' }, element('h3', {}, escaped(title)), paragraph(text), emptyLines(lines));
}

function emptyLines(count: number): Markup {
  const line = element('div', { class: 'line' });
  return Array.from({ length: count }, () => line).join('') as Markup;
}
