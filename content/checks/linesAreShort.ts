import { LOCALES } from '../schema/locale.ts';
import type { ContentCheck } from './contentCheck.ts';
import { allLines } from './linesOf.ts';

const MAX_WORDS = 40;

/** What a parent says in one go stays within 40 words. */
export const linesAreShort: ContentCheck = {
  id: 'lines-are-short',
  why: 'Nobody in a tense talk speaks in paragraphs.',
  run: (files) =>
    allLines(files).flatMap(({ in: file, at, line }) =>
      LOCALES.flatMap((locale) => {
        const words = line.say[locale].split(/\s+/).length;
        if (words <= MAX_WORDS) return [];

        const message = `"${line.id}" is ${words} words long.`;
        return [
          {
            in: file,
            at: [...at, 'say', locale],
            message,
            fix: `cut it to ${MAX_WORDS} words, or make two lines of it.`,
          },
        ];
      }),
    ),
};
