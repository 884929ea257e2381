import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Keepsake, KeepsakeBlock, KeepsakeCard, KeepsakeSection } from '../../dialogs/keepsakes/keepsake.ts';
import type { Translate } from '../../dialogs/texts.ts';
import { dayInWords } from './dayInWords.ts';

/** A4 with 2 cm around it, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, margin: 1134 };
/** Size of the words in half points, of smaller print, of headings, and space above those in twentieths of a point; the same on one sheet. */
const USUAL = { words: 21, notes: 18, heading: 26, title: 40, above: 320, below: 100 };
const SMALL = { words: 16, notes: 14, heading: 19, title: 28, above: 60, below: 20 };
/** Above and below what is to fit on one sheet: 1.4 cm. */
const SHEET_MARGIN = 794;
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;
/** More than the blocks of any section, to number blocks through. */
const BLOCKS = 1000;
/** Ids of styles: smaller print, and empty lines to write on. */
const NOTE = 'Note';
const LINES = 'Lines';
const MARK = '4F52B2';
const SOFT = '55606E';
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '999999' } as const;
/** They look the same. */
const LINE_COLORS = ['999999', '9A9A9A'] as const;
const CUT = { style: BorderStyle.DASHED, size: 8, color: SOFT } as const;

/** The keepsake as a Word document (Office Open XML): real headings, lists and tables, so that it can be worked on. */
export function wordFile(keepsake: Keepsake, t: Translate): Promise<Uint8Array> {
  const { locale, title, intro, sections, isOneSheet, sources, madeAt } = keepsake;
  const above = isOneSheet ? SHEET_MARGIN : PAGE.margin;
  const document = new Document({
    creator: t('keepsakes.product'),
    title: clean(title),
    styles: stylesIn(locale === 'nl' ? 'nl-NL' : 'en-GB', isOneSheet ? SMALL : USUAL),
    numbering: numbering(),
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: above, right: PAGE.margin, bottom: above, left: PAGE.margin },
          },
        },
        footers: { default: footer(t('keepsakes.made', { day: dayInWords(madeAt, locale) })) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: runs(title) }),
          ...(intro ? [new Paragraph({ children: runs(intro, { color: SOFT }) })] : []),
          ...sections.flatMap(sectionParts),
          ...sourceParts(sources, t),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function stylesIn(language: string, size: typeof USUAL) {
  const heading = { color: MARK, bold: true, font: 'Segoe UI' };
  return {
    paragraphStyles: [
      {
        id: NOTE,
        name: 'Note',
        basedOn: 'Normal',
        run: { color: SOFT, size: size.notes },
        paragraph: { spacing: { after: size.below } },
      },
      { id: LINES, name: 'Lines', basedOn: 'Normal', paragraph: { spacing: { before: size.above + 160 } } },
    ],
    default: {
      document: { run: { font: 'Segoe UI', size: size.words, language: { value: language } } },
      title: { run: { ...heading, size: size.title }, paragraph: { spacing: { after: 120 } } },
      heading1: {
        run: { ...heading, size: size.heading },
        paragraph: { spacing: { before: size.above, after: size.below }, keepNext: true },
      },
      heading2: { run: { ...heading, size: 22 }, paragraph: { spacing: { before: 160, after: 60 }, keepNext: true } },
    },
  };
}

function numbering() {
  const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => [
    {
      level: 0,
      format,
      text,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 460, hanging: 360 } } },
    },
  ];
  return {
    config: [
      { reference: 'bullets', levels: level(LevelFormat.BULLET, '•') },
      { reference: 'boxes', levels: level(LevelFormat.BULLET, '☐') },
      { reference: 'numbers', levels: level(LevelFormat.DECIMAL, '%1.') },
    ],
  };
}

function sectionParts({ heading, blocks }: KeepsakeSection, index: number): readonly FileChild[] {
  return [
    ...(heading ? [new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(heading) })] : []),
    ...blocks.flatMap((block, place) => blockParts(block, index * BLOCKS + place)),
  ];
}

function blockParts(block: KeepsakeBlock, place: number): readonly FileChild[] {
  switch (block.type) {
    case 'paragraph':
      return [paragraph(block.text, block.as)];
    case 'list':
      return list(block.items, block.as ?? 'bullets', place);
    case 'table':
      return [table(block), new Paragraph({})];
    case 'cards':
      return [cards(block.cards), new Paragraph({})];
    case 'lines':
      return [paragraph(block.label), ...emptyLines(block.count)];
    case 'picture':
      return [
        new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(block.title) }),
        ...list(block.twin, 'bullets', place),
      ];
  }
}

/** `instance` tells lists apart, so that each one that has numbers counts from 1. */
function list(items: readonly string[], reference: string, instance: number): readonly Paragraph[] {
  return items.map((item) => new Paragraph({ numbering: { reference, level: 0, instance }, children: runs(item) }));
}

function paragraph(text: string, as?: 'quote' | 'note'): Paragraph {
  const isQuote = as === 'quote';
  return new Paragraph({
    children: runs(text),
    ...(as === 'note' ? { style: NOTE } : { spacing: { after: 120 } }),
    ...(isQuote
      ? { indent: { left: 280 }, border: { left: { style: BorderStyle.SINGLE, size: 18, color: MARK, space: 8 } } }
      : {}),
  });
}

function table({ head, rows, widths }: Extract<KeepsakeBlock, { type: 'table' }>): Table {
  const shares = head.map((_, index) => widths?.[index] ?? 1);
  const all = shares.reduce((sum, share) => sum + share, 0);
  const columns = shares.map((share) => Math.floor((TEXT_WIDTH * share) / all));
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text, index) =>
          new TableCell({
            width: { size: columns[index] ?? 0, type: WidthType.DXA },
            margins: { top: 60, bottom: 60, left: 100, right: 100 },
            ...(isHead ? { shading: { fill: 'F1F1FB' } } : {}),
            children: [new Paragraph({ children: runs(text, isHead ? { bold: true } : {}) })],
          }),
      ),
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: columns,
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}

/** Two beside each other, with dashed lines to cut along. */
function cards(all: readonly KeepsakeCard[]): Table {
  const width = Math.floor(TEXT_WIDTH / 2);
  const pairs = all.flatMap((card, index) => (index % 2 === 0 ? [[card, all[index + 1]] as const] : []));
  const cell = (card: KeepsakeCard | undefined) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { top: 200, bottom: 200, left: 220, right: 220 },
      children: card
        ? [
            new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(card.title) }),
            paragraph(card.text),
            ...emptyLines(card.lines ?? 0),
          ]
        : [new Paragraph({})],
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [width, width],
    borders: { top: CUT, bottom: CUT, left: CUT, right: CUT, insideHorizontal: CUT, insideVertical: CUT },
    rows: pairs.map((pair) => new TableRow({ cantSplit: true, children: pair.map(cell) })),
  });
}

function emptyLines(count: number): readonly Paragraph[] {
  return Array.from(
    { length: count },
    // Paragraphs that follow each other with the same border get one line under all of them: so no two are the same.
    (_, index) => new Paragraph({ style: LINES, border: { bottom: { ...LINE, color: LINE_COLORS[index % 2] } } }),
  );
}

function sourceParts(sources: readonly string[], t: Translate): readonly FileChild[] {
  if (sources.length === 0) return [];
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(t('keepsakes.sources')) }),
    ...sources.map((source) => paragraph(source, 'note')),
  ];
}

function footer(text: string): Footer {
  const style = { color: SOFT, size: 16 };
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ ...style, text: `${clean(text)}  ·  ` }),
          new TextRun({ ...style, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}

/** The lines of a text as runs with breaks between them. */
function runs(text: string, style: { bold?: boolean; color?: string; size?: number } = {}): TextRun[] {
  return clean(text)
    .split(/\r\n|\r|\n/u)
    .map((line, index) => new TextRun({ ...style, text: line, ...(index > 0 ? { break: 1 } : {}) }));
}

/** Without the characters that XML cannot hold: Word would call the file damaged. */
function clean(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}
