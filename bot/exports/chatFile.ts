import { shownMarks } from './shownMarks.ts';
import type { TalkToExport } from './talkToExport.ts';

/** Stands where the reader of a `.chat` file would otherwise see a command or another speaker; it is not seen. */
const WORD_JOINER = '\u2060';

/**
 * The talk as a `.chat` file of the Bot Framework: who speaks in two lines, an empty line, then everything that was said.
 * Words that look like a command of the format, as `[Typing]`, or like the next speaker stay words.
 */
export function chatFile({ scenario, kept: { rehearsal } }: TalkToExport, teacher: string): string {
  const { locale, opening, turns } = rehearsal;
  const parent = speaker(scenario.parent.name[locale], 'bot');
  const user = speaker(teacher, 'user');
  const names = [parent, user, 'bot', 'user'];
  const said = [
    message(parent, opening.text, names),
    ...turns.flatMap(({ reading, reply }) => [
      message(user, reading.utterance, names),
      message(parent, reply.text, names),
    ]),
  ];
  return `user=${user}\nbot=${parent}\n\n${said.join('\n\n')}\n`;
}

/** A name that neither the header nor the pattern made of it can misread. */
function speaker(name: string, otherwise: string): string {
  return name.replace(/[^\p{L}\p{N} ]/gu, '').trim() || otherwise;
}

function message(who: string, text: string, names: readonly string[]): string {
  const lines = shownMarks(text)
    .replaceAll('[', `[${WORD_JOINER}`)
    .split(/\r\n|\r|\n/u)
    .map((line) => (names.some((name) => looksLike(name, line)) ? `${WORD_JOINER}${line}` : line));
  return `${who}: ${lines.join('\n')}`;
}

function looksLike(name: string, line: string): boolean {
  const start = line.trimStart().toLowerCase();
  return start.startsWith(`${name.toLowerCase()}:`) || start.startsWith(`${name.toLowerCase()}->`);
}
