import { LOCALES, type Locale } from '../schema/locale.ts';
import type { ContentCheck, Finding } from './contentCheck.ts';
import { linesInTalk, type PlacedLine } from './linesOf.ts';

const WORDS = 3;
const MOST = 4;

/** At most four lines of one talk start with the same three words. */
export const openingsVary: ContentCheck = {
  id: 'openings-vary',
  why: 'The parent would sound like a machine with a stock phrase.',
  run: (files) =>
    files.scenarios.flatMap((scenario) => LOCALES.flatMap((locale) => overused(linesInTalk(files, scenario), locale))),
};

function overused(lines: readonly PlacedLine[], locale: Locale): readonly Finding[] {
  const groups = Map.groupBy(lines, ({ line }) => firstWords(line.say[locale]));
  return [...groups].flatMap(([start, group]) => {
    const tooMany = start === undefined ? [] : group.slice(MOST);
    return tooMany.map(({ in: file, at, line }) => ({
      in: file,
      at: [...at, 'say', locale],
      message: `"${line.id}" is one of ${group.length} lines that start with "${start}".`,
      fix: `start it in another way; at most ${MOST} lines share their first ${WORDS} words.`,
    }));
  });
}

function firstWords(text: string): string | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  return words.length < WORDS ? undefined : words.slice(0, WORDS).join(' ');
}
