import type { Content } from '../../content/schema/content.ts';
import type { Reader, Recognizer } from '../ports.ts';
import type { CompiledLexicon } from './compileLexicon.ts';
import { createReader } from './createReader.ts';
import { createRecognizer } from './createRecognizer.ts';
import { decodeMoveModel } from './model/moveModel.ts';

/** The language side as the rest uses it. Throws `PatternError` on a pattern that cannot be read, `Error` on a broken model. `compiled`: the lexicon, when it was compiled before. */
export function createLanguage(
  { lexicon, models }: Pick<Content, 'lexicon' | 'models'>,
  compiled?: CompiledLexicon,
): { readonly recognizer: Recognizer; readonly reader: Reader } {
  const learned = {
    ...(models.nl && { nl: decodeMoveModel(models.nl) }),
    ...(models.en && { en: decodeMoveModel(models.en) }),
  };
  const recognizer = createRecognizer(lexicon, learned, compiled);
  return { recognizer, reader: createReader(recognizer) };
}
