import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../../content/schema/locale.ts';
import type { MaskKind } from '../../dialogs/masking/maskedSpan.ts';
import { type Chance, madeOf } from './maskingNumbers.ts';

/** A place that is to be masked. */
export interface Wanted {
  readonly kind: MaskKind;
  readonly start: number;
  readonly end: number;
}

/** How sentences were typed, or which ones they are: the second set was written later. */
export const TYPED = ['as usual', 'without capitals', 'second set'] as const;
type Typed = (typeof TYPED)[number];

/** A sentence, and what is to be masked in it. */
export interface MaskingSentence {
  readonly text: string;
  readonly wanted: readonly Wanted[];
  readonly typed: Typed;
}

/** What stands in a sentence for something that is filled in. */
const SLOTS: Readonly<Record<string, MaskKind>> = {
  voornaam: 'name',
  achternaam: 'name',
  heel: 'name',
  first: 'name',
  last: 'name',
  full: 'name',
  telefoon: 'phone',
  phone: 'phone',
  'e-mail': 'email',
  email: 'email',
  adres: 'address',
  address: 'address',
  bsn: 'bsn',
  iban: 'iban',
};

/** Every how many sentences one is typed without capitals. */
const SMALL_EVERY = 4;

/** Sentences of a file with its slots filled in, each so many times. */
export function filledSentences(
  folder: string,
  locale: Locale,
  file: string,
  times: number,
  chance: Chance,
): readonly MaskingSentence[] {
  const people = linesOf(join(folder, 'people.txt')).map((line) => line.split(', '));
  const lines = linesOf(join(folder, locale, file));
  return Array.from({ length: times }, () => lines)
    .flat()
    .map((line, at) => filled(line, typedIn(file, at), people, chance));
}

/** The sentences of a file as they stand. */
export function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
}

function typedIn(file: string, at: number): Typed {
  if (file === 'second.txt') return 'second set';
  return file === 'names.txt' && at % SMALL_EVERY === 0 ? 'without capitals' : 'as usual';
}

function filled(line: string, typed: Typed, people: readonly (readonly string[])[], chance: Chance): MaskingSentence {
  const wanted: Wanted[] = [];
  let text = '';
  let last = 0;
  for (const match of line.matchAll(/\{([a-z-]+)\}|\[name\|([^\]]+)\]/g)) {
    const kind = match[2] === undefined ? SLOTS[match[1] ?? ''] : 'name';
    if (!kind) throw new Error(`There is no slot ${match[0]}.`);
    text += line.slice(last, match.index);
    const [first = '', surname = ''] = people[Math.floor(chance() * people.length)] ?? [];
    const names: Readonly<Record<string, string>> = {
      voornaam: first,
      first,
      achternaam: surname,
      last: surname,
      heel: `${first} ${surname}`,
      full: `${first} ${surname}`,
    };
    const words = match[2] ?? (kind === 'name' ? (names[match[1] ?? ''] ?? '') : madeOf(kind, chance));
    wanted.push({ kind, start: text.length, end: text.length + words.length });
    text += words;
    last = match.index + match[0].length;
  }
  text += line.slice(last);
  return { text: typed === 'without capitals' ? text.toLowerCase() : text, wanted, typed };
}
