import type { ContentProblem } from '../../../content/contentError.ts';
import type { ContentFiles } from '../../../content/contentFiles.ts';
import { lineFinder } from '../../../content/lineFinder.ts';
import type { Content } from '../../../content/schema/content.ts';
import { LOCALES } from '../../../content/schema/locale.ts';
import type { Recognizer } from '../../../dialogs/ports.ts';

/** Examples of the walk to a plan that are not read as their tip, or as something to avoid; each with its line. */
export function exampleProblems(
  { prepare }: ContentFiles,
  { moves }: Pick<Content, 'moves'>,
  recognizer: Recognizer,
): readonly ContentProblem[] {
  if (!prepare) return [];
  const { file, text: source, data } = prepare.examples;
  const child = prepare.any.data.child.nickname;
  return data.examples.flatMap(({ tip, text }, index) =>
    LOCALES.flatMap((locale) => {
      const said = text[locale].replaceAll('{child}', child[locale]);
      const found = recognizer.recognize(said, locale, [child[locale]]).map(({ move }) => move);
      const heard = moves.filter(({ id }) => found.includes(id));
      const shows = heard.some((entry) => entry.kind === 'helps' && entry.tip === tip);
      const avoids = heard.filter(({ kind }) => kind === 'avoid').map(({ id }) => id);
      if (shows && avoids.length === 0) return [];

      const at = ['examples', index, 'text', locale];
      const as = avoids.join(', ') || found.join(', ') || 'no move';
      const why = `It stands for "${tip}" and is heard as ${as}. Who follows the example would be told to do better.`;
      const fix = 'say it otherwise, as plainly as a teacher would.';
      return [{ file, line: lineFinder(source)(at), at: at.join('.'), why, fix }];
    }),
  );
}
