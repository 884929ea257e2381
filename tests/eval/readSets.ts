import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ContentError } from '../../content/contentError.ts';
import { readExamples } from '../../content/readExamples.ts';
import type { Example } from '../../content/schema/example.ts';
import { LOCALES, type Locale } from '../../content/schema/locale.ts';

/** One development set: turns that nothing was learned from. */
export interface DevelopmentSet {
  readonly locale: Locale;
  /** As its file is called: `by-label`, `idiomatic`, `talks`; `by-label-2` is by a second writer. */
  readonly name: string;
  readonly turns: readonly Example[];
}

/**
 * Reads `<folder>/<locale>/<set>.txt` for each language that is there. Throws `ContentError` with every line that cannot be read.
 */
export function readSets(folder: string): readonly DevelopmentSet[] {
  const read = LOCALES.filter((locale) => existsSync(join(folder, locale))).map((locale) => ({
    locale,
    ...readExamples(locale, '.', folder),
  }));
  const problems = read.flatMap((one) => one.problems);
  if (problems.length > 0) throw new ContentError(problems);

  return read.flatMap(({ locale, examples }) =>
    [...Map.groupBy(examples, ({ file }) => basename(file, '.txt'))]
      .map(([name, turns]) => ({ locale, name, turns }))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
  );
}
