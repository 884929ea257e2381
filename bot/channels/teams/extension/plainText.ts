/** What is read of the body of a message, in characters. */
const LONGEST = 40_000;
/** What somebody else wrote, and what is no text at all: left out with all that is in it. */
const LEFT_OUT = new Set(['blockquote', 'script', 'style', 'attachment', 'codeblock', 'table']);
/** After these a new line begins. */
const BREAKS = new Set(['br', 'p', 'div', 'li', 'tr', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4']);
/** Shown as the words that stand for them: pictures of faces are part of what is said. */
const PICTURES = new Set(['img', 'emoji']);

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  euro: '€',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  eacute: 'é',
  egrave: 'è',
  euml: 'ë',
  iuml: 'ï',
  ouml: 'ö',
  uuml: 'ü',
};
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/giu;
const TAG = /^<(\/?)([a-z][a-z0-9]*)/iu;
const ALT = /\salt="([^"<>]{0,40})"/iu;

/**
 * The words of a message in the HTML of Teams: lines stay lines, faces become their signs, and what is quoted from another
 * message goes. The result is text and holds no markup of its own meaning; the work grows with the length alone.
 * Source: Define action commands, Message payload (Microsoft Teams developer documentation): `body.content`.
 */
export function plainText(html: string): string {
  const parts: string[] = [];
  const open: string[] = [];
  let at = 0;
  const source = html.slice(0, LONGEST);
  while (at < source.length) {
    const start = source.indexOf('<', at);
    const end = start < 0 ? -1 : source.indexOf('>', start);
    const textEnd = end < 0 ? source.length : start;
    if (open.length === 0) parts.push(source.slice(at, textEnd));
    if (end < 0) break;
    readTag(source.slice(start, end + 1), open, parts);
    at = end + 1;
  }
  return tidy(decoded(parts.join('')));
}

function readTag(tag: string, open: string[], parts: string[]): void {
  const [, slash = '', written = ''] = TAG.exec(tag) ?? [];
  const name = written.toLowerCase();
  if (LEFT_OUT.has(name)) {
    if (slash === '') {
      if (!tag.endsWith('/>')) open.push(name);
    } else if (open.includes(name)) {
      open.length = open.lastIndexOf(name);
    }
    parts.push('\n');
    return;
  }
  if (open.length > 0) return;
  if (BREAKS.has(name)) parts.push('\n');
  if (PICTURES.has(name)) parts.push(ALT.exec(tag)?.[1] ?? '');
  if (name === '' && !tag.startsWith('<!')) parts.push(tag);
}

function decoded(text: string): string {
  return text.replaceAll(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : ' ';
  });
}

function tidy(text: string): string {
  return text
    .replaceAll(/[^\S\n]+/gu, ' ')
    .replaceAll(/ ?\n[ \n]*/gu, '\n')
    .trim();
}
