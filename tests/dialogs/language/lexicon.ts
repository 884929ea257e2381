import type { Locale } from '../../../content/schema/locale.ts';
import type { Move } from '../../../content/schema/move.ts';
import { createRecognizer } from '../../../dialogs/language/createRecognizer.ts';
import { theContent } from '../../theContent.ts';

/** The lexicon as it stands in `content/moves/`. */
const { lexicon } = theContent();

/** One recognizer for all tests; it keeps no state that a test could see. */
export const recognizer = createRecognizer(lexicon);

/** The moves in a turn, each once, in alphabetical order. */
export function movesIn(turn: string, locale: Locale = 'nl'): readonly Move[] {
  return [...new Set(recognizer.recognize(turn, locale).map(({ move }) => move))].sort();
}

/** The words that carry a move; undefined when the turn does not make it. */
export function evidenceFor(move: Move, turn: string, locale: Locale = 'nl'): string | undefined {
  const found = recognizer.recognize(turn, locale).find((recognized) => recognized.move === move);
  return found && turn.slice(found.start, found.end);
}
