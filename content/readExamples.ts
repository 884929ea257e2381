import { globSync, readFileSync } from 'node:fs';
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
  const read = globSync(`${folder}/${locale}/*.txt`, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .map((file) => parseExamples(readFileSync(join(root, file), 'utf8'), { locale, file }));
  return { examples: read.flatMap(({ examples }) => examples), problems: read.flatMap(({ problems }) => problems) };
}
