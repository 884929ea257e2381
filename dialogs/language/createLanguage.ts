import type { Content } from '../../content/schema/content.ts';
import type { Reader, Recognizer } from '../ports.ts';
import { createReader } from './createReader.ts';
import { createRecognizer } from './createRecognizer.ts';
import { decodeMoveModel } from './model/moveModel.ts';

/** The language side as the rest uses it. Throws `PatternError` on a pattern that cannot be read, `Error` on a broken model. */
export function createLanguage({ lexicon, models }: Pick<Content, 'lexicon' | 'models'>): {
  readonly recognizer: Recognizer;
  readonly reader: Reader;
} {
  const recognizer = createRecognizer(lexicon, {
    ...(models.nl && { nl: decodeMoveModel(models.nl) }),
    ...(models.en && { en: decodeMoveModel(models.en) }),
  });
  return { recognizer, reader: createReader(recognizer) };
}
