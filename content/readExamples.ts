import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentProblem } from './contentError.ts';
import { parseExamples } from './parseExamples.ts';
import type { Example } from './schema/example.ts';
import type { Locale } from './schema/locale.ts';

/** Every turn in `<folder>/<locale>/*.txt` below `root`, by file name and line, and what could not be read. */
export function readExamples(
  locale: Locale,
  folder: string,
  root: string = import.meta.dirname,
): { examples: readonly Example[]; problems: readonly ContentProblem[] } {
  const read = readdirSync(join(root, folder, locale))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const file = `${folder}/${locale}/${name}`;
      return parseExamples(readFileSync(join(root, file), 'utf8'), { locale, file });
    });
  return { examples: read.flatMap(({ examples }) => examples), problems: read.flatMap(({ problems }) => problems) };
}
