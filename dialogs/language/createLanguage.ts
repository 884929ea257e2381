import type { CueLexicon } from '../../content/schema/cue.ts';
import type { Reader, Recognizer } from '../ports.ts';
import { createReader } from './createReader.ts';
import { createRecognizer } from './createRecognizer.ts';

/** The language side as the rest uses it. Throws `PatternError` on a pattern that cannot be read. */
export function createLanguage({ lexicon }: { readonly lexicon: CueLexicon }): {
  readonly recognizer: Recognizer;
  readonly reader: Reader;
} {
  const recognizer = createRecognizer(lexicon);
  return { recognizer, reader: createReader(recognizer) };
}
