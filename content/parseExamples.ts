import type { ContentProblem } from './contentError.ts';
import type { Example, MarkedSpan } from './schema/example.ts';
import type { Locale } from './schema/locale.ts';
import { MOVES, type Move } from './schema/move.ts';

/** Where the lines come from. */
interface Origin {
  readonly locale: Locale;
  readonly file: string;
}

const UNLIKE = /^!([a-z-]+)\s+/;
const SPAN = /\[([a-z,-]+)\|([^[\]|]+)\]/g;
const FIX = 'write [move|words] or [move,move|words], with moves as in moves/moves.yaml.';

/**
 * Reads turns with their moves, one on a line:
 *
 * | write | means |
 * | --- | --- |
 * | `[show-understanding\|Wat naar.] Goed.` | these words carry this move, the rest none |
 * | `[be-reachable,clear-honest-realistic\|Ik bel u vrijdag.]` | they carry both |
 * | `!blame-parent Ik zeg niet dat het aan u ligt.` | looks like that move, and is not |
 * | `# the mother of Noor, after school` | the turns below come from this imagined talk |
 */
export function parseExamples(
  source: string,
  { locale, file }: Origin,
): { examples: readonly Example[]; problems: readonly ContentProblem[] } {
  const examples: Example[] = [];
  const problems: ContentProblem[] = [];
  let talk = '';
  source.split(/\r?\n/).forEach((written, index) => {
    const content = written.trim();
    if (content.startsWith('#')) talk = content.replace(/^#+\s*/, '');
    if (content === '' || content.startsWith('#')) return;

    const line = index + 1;
    const unlike = UNLIKE.exec(content)?.[1] ?? null;
    const marked = unlike === null ? content : content.replace(UNLIKE, '');
    const { text, spans, unknown } = readSpans(marked);
    const wrong = [...(unlike !== null && !isMove(unlike) ? [unlike] : []), ...unknown];
    if (wrong.length > 0) problems.push({ file, line, at: '', why: `“${wrong[0]}” is no move.`, fix: FIX });
    else if (/[[\]|]/.test(text)) problems.push({ file, line, at: '', why: 'A bracket is not closed.', fix: FIX });
    else examples.push({ locale, file, line, talk, text, spans, unlike: isMove(unlike) ? unlike : null });
  });
  return { examples, problems };
}

function readSpans(marked: string): { text: string; spans: readonly MarkedSpan[]; unknown: readonly string[] } {
  const spans: MarkedSpan[] = [];
  const unknown: string[] = [];
  let text = '';
  let last = 0;
  for (const match of marked.matchAll(SPAN)) {
    text += marked.slice(last, match.index);
    const start = text.length;
    text += match[2] ?? '';
    for (const name of (match[1] ?? '').split(',')) {
      if (isMove(name)) spans.push({ move: name, start, end: text.length });
      else unknown.push(name);
    }
    last = match.index + match[0].length;
  }
  return { text: text + marked.slice(last), spans, unknown };
}

function isMove(name: string | null): name is Move {
  return (MOVES as readonly (string | null)[]).includes(name);
}
