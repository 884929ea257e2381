import { LOCALES } from '../../content/schema/locale.ts';
import type { DialogTurn } from '../dialogTurn.ts';

/** Words and numbers that the teacher wants left in; none: what was masked last. */
export interface LeaveIn {
  readonly words: readonly string[];
}

const MOST_WORDS = 8;
const LONGEST = 60;

/** Whether a teacher says that something was masked for nothing, and what; null when it is no such message. */
export function readLeaveIn(texts: Texts, said: string): LeaveIn | null {
  const [asked = '', ...rest] = said.slice(0, MOST_WORDS * LONGEST).split(':');
  const request = asked
    .trim()
    .toLowerCase()
    .replace(/[‘’]/gu, "'")
    .replace(/(?<![.!\s])[.!\s]+$/u, '');
  const keys = rest.length > 0 ? ['masking.words', 'masking.before'] : ['masking.words'];
  if (!keys.some((key) => requestsOf(texts, key).has(request))) return null;
  const words = rest
    .join(':')
    .split(/[,;]/)
    .map((word) => word.trim().replace(/^["'“”‘’]+|(?<!["'“”‘’.!])["'“”‘’.!]+$/gu, ''));
  return { words: words.filter((word) => word !== '' && word.length <= LONGEST).slice(0, MOST_WORDS) };
}

type Texts = DialogTurn['texts'];

/** Read at every turn, and the same at each. */
const known = new WeakMap<Texts, Map<string, ReadonlySet<string>>>();

function requestsOf(texts: Texts, key: string): ReadonlySet<string> {
  const ofTexts = known.get(texts) ?? new Map<string, ReadonlySet<string>>();
  known.set(texts, ofTexts);
  const requests = ofTexts.get(key) ?? new Set(LOCALES.flatMap((locale) => texts(locale)(key).split('|')));
  ofTexts.set(key, requests);
  return requests;
}

/** The message that asks for these words to be left in, as it is kept. */
export function leaveInMessage(asked: string, words: readonly string[]): string {
  const [request = ''] = asked.split(':', 1);
  return `${request.trim()}: ${words.join(', ')}`;
}
