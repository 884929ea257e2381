/** Stands for "this may be YAML, but not of the plain kind". */
export const unsure: unique symbol = Symbol('unsure');
export type Unsure = typeof unsure;

const DOUBLE_QUOTED = /"(?:[^"\\]|\\["\\/bfnrt])*"/y;
const SINGLE_QUOTED = /'(?:[^']|'')*'/y;
const FLOW_KEY = /([A-Za-z][\w-]*): +/y;
const FLOW_TEXT = /(?:[^\s\-?:,[\]{}#&*!|>'"%@`~]|-(?=\d))[^,[\]{}]*/y;
const BLOCK_TEXT = /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`~]|-(?=\d))/;
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/;
const LIKE_NUMBER = /^[-+.\d]\S*$/;
const LIKE_CONSTANT = /^(?:null|true|false)$/i;

/** Where reading stands in one line. */
interface Cursor {
  readonly text: string;
  at: number;
}

/** Reads the value that makes up the rest of one line: a text, a number, or a flow map or list. */
export function readPlainValue(text: string): unknown | Unsure {
  const line = text.trimEnd();
  if (BLOCK_TEXT.test(line)) return readText(withoutComment(line));

  const cursor: Cursor = { text: line, at: 0 };
  const value = readFlow(cursor);
  const rest = line.slice(cursor.at);
  return rest === '' || /^ +#/.test(rest) ? value : unsure;
}

function readFlow(cursor: Cursor): unknown | Unsure {
  switch (cursor.text[cursor.at]) {
    case '[':
      return readFlowList(cursor);
    case '{':
      return readFlowMap(cursor);
    case '"':
      return readDoubleQuoted(cursor);
    case "'":
      return take(cursor, SINGLE_QUOTED)?.[0].slice(1, -1).replaceAll("''", "'") ?? unsure;
    default: {
      const text = take(cursor, FLOW_TEXT)?.[0].trimEnd();
      return text === undefined || text.includes(' #') ? unsure : readText(text);
    }
  }
}

function readDoubleQuoted(cursor: Cursor): string | Unsure {
  const quoted = take(cursor, DOUBLE_QUOTED)?.[0];
  return quoted === undefined ? unsure : String(JSON.parse(quoted));
}

function readFlowList(cursor: Cursor): readonly unknown[] | Unsure {
  const list: unknown[] = [];
  const complete = readParts(cursor, ']', () => {
    const value = readFlow(cursor);
    list.push(value);
    return value !== unsure;
  });
  return complete ? list : unsure;
}

function readFlowMap(cursor: Cursor): Readonly<Record<string, unknown>> | Unsure {
  const map: Record<string, unknown> = {};
  const complete = readParts(cursor, '}', () => {
    const key = take(cursor, FLOW_KEY)?.[1] ?? '';
    if (key === '' || LIKE_CONSTANT.test(key) || Object.hasOwn(map, key)) return false;

    const value = readFlow(cursor);
    map[key] = value;
    return value !== unsure;
  });
  return complete ? map : unsure;
}

/** Reads parts with commas between them (one may end the list) up to `close`; false as soon as one is not plain. */
function readParts(cursor: Cursor, close: string, readPart: () => boolean): boolean {
  let mark = ',';
  cursor.at++;
  for (skipSpaces(cursor); cursor.text[cursor.at] !== close; skipSpaces(cursor)) {
    if (mark !== ',' || !readPart()) return false;
    skipSpaces(cursor);
    mark = cursor.text[cursor.at] ?? '';
    if (mark === ',') cursor.at++;
  }
  cursor.at++;
  return true;
}

function withoutComment(text: string): string {
  const comment = text.indexOf(' #');
  return comment < 0 ? text : text.slice(0, comment).trimEnd();
}

function readText(text: string): string | number | boolean | null | Unsure {
  if (text.includes(': ') || text.endsWith(':')) return unsure;
  if (NUMBER.test(text)) return Number(text);
  if (LIKE_NUMBER.test(text)) return unsure;
  if (!LIKE_CONSTANT.test(text)) return text;
  return text === 'null' ? null : text === 'true' ? true : text === 'false' ? false : unsure;
}

function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.text) ?? undefined;
  if (match) cursor.at += match[0].length;
  return match;
}

function skipSpaces(cursor: Cursor): void {
  while (cursor.text[cursor.at] === ' ') cursor.at++;
}
