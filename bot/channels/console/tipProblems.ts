import type { ContentProblem } from '../../../content/contentError.ts';
import { lineFinder } from '../../../content/lineFinder.ts';
import type { ContentFile } from '../../../content/readYaml.ts';
import type { Tip } from '../../../content/schema/tip.ts';
import type { Recognizer } from '../../../dialogs/ports.ts';
import { misheardSayings } from '../../../dialogs/workbench/misheardSayings.ts';

/** Sentences of the tips in which the recognizer hears a move to avoid; each is a problem, with its line. */
export function tipProblems(tips: readonly ContentFile<Tip>[], recognizer: Recognizer): readonly ContentProblem[] {
  return tips.flatMap(({ file, text, data }) =>
    misheardSayings([data], recognizer).map(({ part, index, locale, move }) => {
      const at = [part, index, 'text', locale];
      const why = `It is heard as "${move}". A teacher who says it in a rehearsal would be warned for following the tip.`;
      const fix = 'say it otherwise, or teach the recognizer with an example in moves/examples.';
      return { file, line: lineFinder(text)(at), at: at.join('.'), why, fix };
    }),
  );
}
