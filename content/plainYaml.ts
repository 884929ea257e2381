import { readPlainValue, type Unsure, unsure } from './plainYamlValue.ts';

/** Lines still to be read; `lines[next]` is the first of them. */
interface Rows {
  readonly lines: string[];
  next: number;
}

interface Row {
  readonly indent: number;
  readonly text: string;
}

const KEY = /^(?:(\p{L}[\p{L}\w'-]*)|"([^"\\]+)"|'([^']+)'):(?: +(.*))?$/u;
const NOT_PLAIN = /[^\n\x20-\x7e\u00a0-\u2027\u202a-\ufefe\uff00-\uffff]/;

/**
 * Reads YAML that is written plainly, some fifteen times faster than the full parser: content is read at every
 * start. Undefined for anything else, from an anchor to a mistake; then the full parser has the last word.
 *
 * Plain are: block maps and lists, flow maps and lists, plain and quoted texts on one line, `|`, `|-`, `>` and `>-`
 * blocks, and comments.
 */
export function readPlainYaml(text: string): { readonly value: unknown } | undefined {
  if (NOT_PLAIN.test(text)) return undefined;

  const rows: Rows = { lines: text.split('\n'), next: 0 };
  const value = readBlock(rows, 0);
  return value === unsure || peek(rows) ? undefined : { value };
}

function readBlock(rows: Rows, least: number): unknown | Unsure {
  const row = peek(rows);
  if (!row || row.indent < least) return unsure;
  if (isItem(row)) return readList(rows, row.indent);
  if (KEY.test(row.text)) return readMap(rows, row.indent);

  rows.next++;
  return readInline(rows, least - 1, row.text);
}

function readMap(rows: Rows, indent: number): Readonly<Record<string, unknown>> | Unsure {
  const map: Record<string, unknown> = {};
  for (let row = peek(rows); row && row.indent >= indent; row = peek(rows)) {
    const [, plain, double, single, rest = ''] = (row.indent === indent && KEY.exec(row.text)) || [];
    const key = plain ?? double ?? single;
    if (key === undefined || key === '__proto__' || plain?.toLowerCase() === 'null' || Object.hasOwn(map, key))
      return unsure;

    rows.next++;
    const value = readAfterKey(rows, indent, rest);
    if (value === unsure) return unsure;
    map[key] = value;
  }
  return map;
}

function readAfterKey(rows: Rows, indent: number, rest: string): unknown | Unsure {
  if (rest !== '' && !rest.startsWith('#')) return readInline(rows, indent, rest);

  const row = peek(rows);
  if (row && row.indent === indent && isItem(row)) return readList(rows, indent);
  return row && row.indent > indent ? readBlock(rows, indent + 1) : null;
}

function readList(rows: Rows, indent: number): readonly unknown[] | Unsure {
  const list: unknown[] = [];
  for (let row = peek(rows); row && row.indent >= indent; row = peek(rows)) {
    if (row.indent > indent) return unsure;
    if (!isItem(row)) break;

    const value = readItem(rows, row);
    if (value === unsure) return unsure;
    list.push(value);
  }
  return list;
}

function readItem(rows: Rows, { indent, text }: Row): unknown | Unsure {
  const rest = text.slice(1).trimStart();
  if (rest === '' || rest.startsWith('#')) return unsure;

  if (KEY.test(rest) || rest.startsWith('- ')) {
    const inner = indent + text.length - rest.length;
    rows.lines[rows.next] = ' '.repeat(inner) + rest;
    return readBlock(rows, inner);
  }
  rows.next++;
  return readInline(rows, indent, rest);
}

function readInline(rows: Rows, indent: number, text: string): unknown | Unsure {
  if (text.startsWith('|') || text.startsWith('>')) return readTextBlock(rows, indent, text);
  return readPlainValue(/^[[{]/.test(text) ? withLinesUpTo(rows, indent, text) : text);
}

/** A flow list or map may go on over lines that stand deeper than its key. */
function withLinesUpTo(rows: Rows, indent: number, text: string): string {
  const parts = [text];
  const close = text.startsWith('[') ? ']' : '}';
  while (!parts.at(-1)?.endsWith(close)) {
    const line = rows.lines[rows.next] ?? '';
    if (indentOf(line) <= indent || line.includes('#') || line.trim() === '') break;
    parts.push(line.trim());
    rows.next++;
  }
  return parts.join(' ');
}

function readTextBlock(rows: Rows, indent: number, header: string): string | Unsure {
  if (!/^[|>]-?$/.test(header)) return unsure;

  const block: string[] = [];
  for (let line = rows.lines[rows.next]; line !== undefined; line = rows.lines[rows.next]) {
    if (line.trim() !== '' && indentOf(line) <= indent) break;
    block.push(line);
    rows.next++;
  }
  while (block.at(-1)?.trim() === '') block.pop();

  const margin = indentOf(block[0] ?? '');
  const tooFarLeft = block.some((line) => line !== '' && (line.trim() === '' || indentOf(line) < margin));
  if (block.length === 0 || block[0] === '' || tooFarLeft) return unsure;

  const texts = block.map((line) => line.slice(margin));
  const body = header.startsWith('|') ? texts.join('\n') : fold(texts);
  return body === unsure || header.endsWith('-') ? body : `${body}\n`;
}

function fold(texts: readonly string[]): string | Unsure {
  if (texts.some((text) => text.startsWith(' '))) return unsure;
  return texts
    .join('\n')
    .replace(/(?<!\n)\n(?!\n)/g, ' ')
    .replace(/\n\n+/g, (breaks) => breaks.slice(1));
}

function peek(rows: Rows): Row | undefined {
  for (; rows.next < rows.lines.length; rows.next++) {
    const line = rows.lines[rows.next] ?? '';
    const text = line.trim();
    if (text !== '' && !text.startsWith('#')) return { indent: indentOf(line), text };
  }
  return undefined;
}

function isItem({ text }: Row): boolean {
  return text.startsWith('- ');
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
