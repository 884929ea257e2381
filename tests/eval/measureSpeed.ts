import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Locale } from '../../content/schema/locale.ts';
import { percentile } from '../bench/figures.ts';
import type { Recognize } from './composeRecognizer.ts';
import type { DevelopmentSet } from './readSets.ts';

/** Milliseconds for one text. */
export interface Times {
  readonly turns: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

/** What a new process needs before it can read a turn. */
export interface Readiness {
  /** Milliseconds from content, already read, to a recognizer, and for the first turn after that. */
  readonly readyMs: number;
  readonly firstTurnMs: number;
  /** What the recognizer keeps of memory, in MB: on the heap and in buffers. */
  readonly memoryMb: number;
}

const WORDS = 60;
const CHARACTERS = 4_000;
const LONGEST: Readonly<Record<string, string>> = {
  'one letter': 'a',
  'one word': 'maar ',
  'marks alone': '?! ',
  'letters without a space': 'asdfghjklqwertyuiop',
  'half sentences': 'ik begrijp het maar u moet, if you could, want dat ',
  'unlike words': 'zqxv brwtn ',
  emoji: '🙈',
};

/** Times each turn once, each stretch of 60 words from the talks once, and 4,000 characters of what nobody would write. */
export function timeTurns(
  sets: readonly DevelopmentSet[],
  locale: Locale,
  recognize: Recognize,
): Readonly<Record<string, Times>> {
  const own = sets.filter((set) => set.locale === locale).flatMap(({ turns }) => turns.map(({ text }) => text));
  const long = stretchesOf(own.join(' ').split(' '), WORDS);
  const anything = [...Object.values(LONGEST), `${own.join(' ')} `].map((text) =>
    text.repeat(Math.ceil(CHARACTERS / text.length)).slice(0, CHARACTERS),
  );
  for (const text of own.slice(0, 200)) recognize(text, locale);
  return {
    'a turn': timesOf(own, locale, recognize),
    '60 words': timesOf(long, locale, recognize),
    '4,000 characters of anything': timesOf(anything, locale, recognize),
  };
}

/** Starts a new process to see how soon it can read a turn and what it keeps of memory. */
export async function measureReadiness(): Promise<Readiness> {
  const probe = join(import.meta.dirname, 'readinessProbe.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', probe]);
  return JSON.parse(stdout) as Readiness;
}

function timesOf(texts: readonly string[], locale: Locale, recognize: Recognize): Times {
  const times = texts.map((text) => {
    const began = performance.now();
    recognize(text, locale);
    return performance.now() - began;
  });
  return { turns: times.length, p50: percentile(times, 0.5), p99: percentile(times, 0.99), most: Math.max(...times) };
}

function stretchesOf(words: readonly string[], size: number): readonly string[] {
  const count = Math.floor(words.length / size);
  return Array.from({ length: count }, (_, at) => words.slice(at * size, (at + 1) * size).join(' '));
}
