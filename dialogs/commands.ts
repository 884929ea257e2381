import { COMMANDS, type Command } from '../content/schema/commands.ts';
import type { Content } from '../content/schema/content.ts';
import { LOCALES, type Locale } from '../content/schema/locale.ts';

/** A command with what was typed behind it: `terug 3` is rewind with argument `3`. */
export interface GivenCommand {
  readonly command: Command;
  readonly argument: string;
  /** The language that the words belong to; null when both have them. */
  readonly locale: Locale | null;
}

/** Commands that take a word or number behind them. */
const TAKES_ARGUMENT: readonly Command[] = ['rehearse', 'tip', 'toolbox', 'make', 'promises', 'rewind', 'language'];
const LONGEST_ARGUMENT = 80;

/**
 * Finds the command in what was typed. Only the exact words count, in either language, apart from case, spaces
 * and closing punctuation, so that a teacher's ordinary sentence is never taken for one. `levels`: words for a level
 * of difficulty, which may stand behind a rehearsal. `isTip`: whether these words, behind `tip`, ask for one;
 * `isTool` the same behind `make`, `isPromise` behind `promise`.
 */
export function createCommandFinder(
  commands: Content['commands'],
  levels: readonly string[] = [],
  isTip: (argument: string) => boolean = () => false,
  isTool: (argument: string) => boolean = () => false,
  isPromise: (argument: string) => boolean = () => false,
): (text: string) => GivenCommand | null {
  const byWord = wordsOf(commands);

  return (text) => {
    const said = normalise(text);
    const exact = byWord.get(said);
    if (exact) return { ...exact, argument: '' };

    const [first = '', ...rest] = said.split(' ');
    const found = byWord.get(first);
    const argument = rest.join(' ');
    if (!found || !TAKES_ARGUMENT.includes(found.command) || argument.length > LONGEST_ARGUMENT) return null;
    if (found.command === 'tip' && isTip(argument)) return { ...found, argument };
    if (found.command === 'make') return isTool(argument) ? { ...found, argument } : null;
    if (found.command === 'promises') return isPromise(argument) ? { ...found, argument } : null;
    const [named = '', level = '', ...more] = argument.split(' ');
    const isLeveled = found.command === 'rehearse' && levels.includes(level) && more.length === 0;
    return isArgument(found.command, isLeveled ? named : argument) ? { ...found, argument } : null;
  };
}

function wordsOf(commands: Content['commands']): ReadonlyMap<string, Omit<GivenCommand, 'argument'>> {
  const byWord = new Map<string, Omit<GivenCommand, 'argument'>>();
  for (const command of COMMANDS) {
    for (const locale of LOCALES) {
      for (const word of commands[command][locale]) {
        byWord.set(word, { command, locale: byWord.has(word) ? null : locale });
      }
    }
  }
  return byWord;
}

function normalise(text: string): string {
  return text
    .slice(0, 200)
    .normalize('NFC')
    .replace(/[‘’]/gu, "'")
    .toLowerCase()
    .replace(/(?<![.!?…\s])[.!?…\s]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** An argument is a number or, for most, one id-like word; a whole sentence behind a command word is a sentence. */
function isArgument(command: Command, argument: string): boolean {
  if (/^\d{1,3}$/u.test(argument)) return command !== 'language';
  return command !== 'rewind' && command !== 'tip' && /^[a-z0-9-]+$/u.test(argument);
}
