import { LOCALES, type Locale } from '../schema/locale.ts';
import type { ContentCheck, Finding } from './contentCheck.ts';
import { linesInTalk, type PlacedLine } from './linesOf.ts';

/** No two lines that can come in one talk have the same words, whatever their case and punctuation. */
export const noTwoLinesAlike: ContentCheck = {
  id: 'no-two-lines-alike',
  why: 'The parent would repeat a sentence word for word.',
  run: (files) =>
    files.scenarios.flatMap((scenario) => LOCALES.flatMap((locale) => repeated(linesInTalk(files, scenario), locale))),
};

function repeated(lines: readonly PlacedLine[], locale: Locale): readonly Finding[] {
  const first = new Map<string, string>();
  return lines.flatMap(({ in: file, at, line }) => {
    const words =
      line.say[locale]
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.join(' ') ?? '';
    const earlier = first.get(words);
    if (earlier === undefined) {
      first.set(words, line.id);
      return [];
    }
    const message = `"${line.id}" says the same as "${earlier}".`;
    return [{ in: file, at: [...at, 'say', locale], message, fix: 'say it in other words, or take one out.' }];
  });
}
