import {
  type CardElement,
  type CardElementArray,
  Container,
  Table,
  TableCell,
  TableRow,
  TextBlock,
  type TextBlockOptions,
} from '@microsoft/teams.cards';

/**
 * Our Markdown as elements of a card: each paragraph and list a text, headings and lines in bold as headings, quotes set apart, tables as
 * tables, a paragraph in italics as small print. A text on a card knows bold, italics, lists and links only.
 * Source: Format cards in Microsoft Teams; Text features in Adaptive Cards (Microsoft).
 */
export function cardBody(markdown: string): CardElementArray {
  return markdown
    .split(/\n{2,}/u)
    .map((block) => block.replace(/(?<!\n)\n+$/u, ''))
    .filter((block) => block.trim() !== '')
    .flatMap(elementsOf);
}

/** A text that breaks lines where it must. */
export function cardText(text: string, options: TextBlockOptions = {}): TextBlock {
  return new TextBlock(onCard(text), { wrap: true, ...options });
}

/** A heading that readers of the screen can jump to. */
export function cardHeading(text: string): TextBlock {
  return cardText(text, { size: 'Medium', weight: 'Bolder', style: 'heading' });
}

/** Elements on a ground of their own. */
export function cardPart(...items: CardElementArray): Container {
  return new Container(...items).withStyle('emphasis').withSpacing('Medium').withRoundedCorners(true);
}

function elementsOf(block: string): readonly CardElement[] & CardElementArray {
  const [, title] = /^(?:#{1,6} +(?=\S)|(?=\*\*[^*\n]+\*\*$))(.+)$/u.exec(block) ?? [];
  if (title !== undefined) return [cardHeading(title.replace(/\*\*/gu, ''))];
  if (/^ {0,3}(?:-{3,}|\*{3,}|_{3,}) *$/u.test(block)) return [];
  if (/^>/u.test(block)) return [cardPart(cardText(block.replace(/^> ?/gmu, '')))];
  if (/^\|.*\|/u.test(block)) return [tableOf(block)];
  const [, note] = /^[*_](?![*_])([^*_]+)[*_]$/u.exec(block) ?? [];
  if (note !== undefined) return [cardText(note, { size: 'Small', isSubtle: true })];
  return listOrText(block);
}

/** Items within an item stand under it, smaller: lists in lists are not shown everywhere. */
function listOrText(block: string): CardElementArray {
  const parts: { readonly isInner: boolean; readonly lines: string[] }[] = [];
  for (const line of block.split('\n')) {
    const isInner = /^ {2,}- /u.test(line);
    const last = parts.at(-1);
    if (last?.isInner === isInner) last.lines.push(isInner ? line.trim() : line);
    else parts.push({ isInner, lines: [isInner ? line.trim() : line] });
  }
  return parts.map(({ isInner, lines }) =>
    cardText(
      lines.join('\n'),
      isInner ? { size: 'Small', spacing: 'None' } : parts.length > 1 ? { spacing: 'Small' } : {},
    ),
  );
}

function tableOf(block: string): Table {
  const rows = block
    .split('\n')
    .filter((line) => !/^\s*\|[\s|:-]+\|\s*$/u.test(line))
    .map((line) =>
      line
        .replace(/^\s*\||\|\s*$/gu, '')
        .split(/(?<!\\)\|/u)
        .map((cell) => cell.trim()),
    );
  return cardTable(rows);
}

/** A table whose first row is its head. `widths`: shares of its columns; equal without. */
export function cardTable(rows: readonly (readonly string[])[], widths?: readonly number[]): Table {
  const [head = []] = rows;
  return new Table({
    firstRowAsHeaders: true,
    showGridLines: true,
    columns: head.map((_cell, index) => ({ width: widths?.[index] ?? 1 })),
    rows: rows.map(
      (row, index) =>
        new TableRow({
          cells: row.map(
            (cell) => new TableCell(...(cell === '' ? [] : [cardText(cell, index === 0 ? { weight: 'Bolder' } : {})])),
          ),
          ...(index === 0 ? { style: 'emphasis' as const } : {}),
        }),
    ),
  });
}

/** Words to type are bold, italics are written with `_`, a break within a paragraph is a break. */
function onCard(text: string): string {
  return text
    .replace(/(?<!\\)`([^`]+)`/gu, '**$1**')
    .replace(/(?<![\\*\p{L}\p{N}])\*(?![*\s])([^*]+?)(?<![\\\s*])\*(?!\*)/gu, '_$1_')
    .replace(/(?<! ) {2,}\n/gu, '\n\n');
}
