import type { Translate } from '../texts.ts';
import type { Keepsake, KeepsakeBlock, KeepsakeCard, KeepsakeSection } from './keepsake.ts';

/** The keepsake in words, as Markdown without links or HTML: complete for who cannot open the page. */
export function keepsakeText({ title, intro, sections, sources }: Keepsake, t: Translate): string {
  return [
    `## ${line(title)}`,
    ...(intro ? [words(intro)] : []),
    ...sections.flatMap(sectionText),
    ...(sources.length > 0 ? [t('tools.sources', { sources: sources.map(line).join(' ') })] : []),
  ].join('\n\n');
}

function sectionText({ heading, blocks }: KeepsakeSection): readonly string[] {
  const texts = blocks.map(blockText).filter((text) => text !== '');
  return texts.length > 0 && heading ? [`### ${line(heading)}`, ...texts] : texts;
}

function blockText(block: KeepsakeBlock): string {
  switch (block.type) {
    case 'paragraph':
      return block.as === 'note' ? `*${line(block.text)}*` : words(block.text);
    case 'list':
      return block.items
        .map((item, index) => `${block.as === 'numbers' ? `${index + 1}.` : '-'} ${line(item)}`)
        .join('\n');
    case 'table':
      return tableText(block.head, block.rows);
    case 'cards':
      return block.cards.map(cardText).join('\n');
    case 'picture':
      return [`**${line(block.title)}**`, block.twin.map((item) => `- ${line(item)}`).join('\n')].join('\n\n');
    case 'lines':
      return '';
  }
}

function tableText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.map(line).join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n').replaceAll('\\-\\-\\-', '---');
}

function cardText({ title, text }: KeepsakeCard): string {
  return `- **${line(title)}** ${line(text)}`;
}

/** Plain words on one line of Markdown, where they stay words. */
function line(text: string): string {
  return marked(text.replace(/\s+/gu, ' ').trim());
}

/** Plain words whose line breaks are kept. */
function words(text: string): string {
  return text
    .split(/\r?\n/u)
    .map((one) => marked(one.trim()))
    .filter((one) => one !== '')
    .join('  \n');
}

function marked(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~]/gu, '\\$&')
    .replace(/^([-+])(\s)/u, '\\$1$2')
    .replace(/^(\d+)([.)]\s)/u, '$1\\$2');
}
