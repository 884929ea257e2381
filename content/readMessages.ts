import type { ContentProblem } from './contentError.ts';
import { readLines, type TextLine } from './readLines.ts';
import { LOCALES, type Locale } from './schema/locale.ts';
import { MESSAGE_KINDS, type MessageKindId, type ParentMessage } from './schema/messageKind.ts';

/** A message of a parent and where it stands. */
export interface WrittenMessage extends ParentMessage {
  readonly locale: Locale;
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

const FILE = /^answering\/examples\/([a-z]+)\/([a-z-]+?)(?:-\d+)?\.txt$/;
const ALSO = /^\[([a-z -]*)\]\s*/;

/**
 * Every message in `answering/examples/<locale>/<kind>.txt` and `<kind>-<number>.txt` below `root`, by file name and line.
 * What a message carries beside the kind of its file stands before it, as in `[demand worry] Ik wil …`. A name that is
 * no kind comes back as a problem.
 */
export function readMessages(root: string): {
  readonly messages: readonly WrittenMessage[];
  readonly problems: readonly ContentProblem[];
} {
  const problems: ContentProblem[] = [];
  const kinds = `kinds are ${MESSAGE_KINDS.join(', ')}.`;
  const messages = readLines(root, 'answering/examples').flatMap(({ file, lines }) => {
    const about = aboutOf(file);
    if (!about) {
      const fix = `call it answering/examples/<${LOCALES.join('|')}>/<kind>.txt or <kind>-2.txt; ${kinds}`;
      problems.push({ file, line: null, at: '', why: 'The file name does not say what the messages carry.', fix });
      return [];
    }
    return lines.flatMap(({ text, line }) => {
      const also = alsoIn({ text, line });
      if (also) return [{ ...about, kinds: [about.kind, ...also.kinds], text: also.text, file, line }];
      problems.push({ file, line, at: '', why: 'Between the brackets stands what is no kind.', fix: kinds });
      return [];
    });
  });
  return {
    messages: messages.map(({ locale, kinds, text, file, line }) => ({ locale, kinds, text, file, line })),
    problems,
  };
}

function aboutOf(file: string): { readonly locale: Locale; readonly kind: MessageKindId } | undefined {
  const [, folder, name] = FILE.exec(file) ?? [];
  const locale = LOCALES.find((known) => known === folder);
  const kind = kindNamed(name);
  return locale && kind ? { locale, kind } : undefined;
}

/** Undefined when one of the names is no kind. */
function alsoIn({ text }: TextLine): { readonly kinds: readonly MessageKindId[]; readonly text: string } | undefined {
  const [marked = '', names = ''] = ALSO.exec(text) ?? [];
  const written = names.split(' ').filter(Boolean);
  const kinds = written.flatMap((name) => kindNamed(name) ?? []);
  return kinds.length === written.length ? { kinds, text: text.slice(marked.length) } : undefined;
}

function kindNamed(name: string | undefined): MessageKindId | undefined {
  return MESSAGE_KINDS.find((kind) => kind === name);
}
