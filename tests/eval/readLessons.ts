import { join } from 'node:path';
import { readLabelledTurns } from '../../content/readLabelledTurns.ts';
import type { Locale } from '../../content/schema/locale.ts';
import type { LanguageRecognizer } from '../../dialogs/language/createRecognizer.ts';
import { type Lessons, placeMoves } from '../../dialogs/language/model/learnMoveModel.ts';
import { chancesFor } from './noise/slipLetters.ts';

const CONTENT = join(import.meta.dirname, '../../content');

/** What `npm run learn` learns from in one language. */
export function readLessons(locale: Locale, rules: LanguageRecognizer): Lessons {
  const { examples, known, said } = readLabelledTurns(locale, CONTENT).turns;
  return { examples, known: [...known, ...said.map((turn) => placeMoves(turn, locale, rules))] };
}

/** A share of the lessons, from 0 to 1, spread over all writers. A smaller share lies within a larger one. */
export function shareOf({ examples, known }: Lessons, share: number): Lessons {
  const isIn = ({ text }: { readonly text: string }) => chancesFor(text)() < share;
  return { examples: examples.filter(isIn), known: known.filter(isIn) };
}
