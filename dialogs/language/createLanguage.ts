import type { Content } from '../../content/schema/content.ts';
import type { Reader, Recognizer } from '../ports.ts';
import type { CompiledLexicon } from './compileLexicon.ts';
import { createReader } from './createReader.ts';
import { createRecognizer } from './createRecognizer.ts';
import { createDangerDetector, type DangerDetector } from './danger/createDangerDetector.ts';
import { decodeMoveModel } from './model/moveModel.ts';

/** The language side as the rest uses it. Throws `PatternError` on a pattern that cannot be read, `Error` on a broken model. `compiled`: the lexicon, when it was compiled before. */
export function createLanguage(
  { lexicon, models, danger }: Pick<Content, 'lexicon' | 'models' | 'danger'>,
  compiled?: CompiledLexicon,
): { readonly recognizer: Recognizer; readonly reader: Reader; readonly findDanger: DangerDetector } {
  const learned = {
    ...(models.nl && { nl: decodeMoveModel(models.nl) }),
    ...(models.en && { en: decodeMoveModel(models.en) }),
  };
  const recognizer = createRecognizer(lexicon, learned, compiled);
  const ordinary = new Set([...(learned.nl?.vocabulary ?? []), ...(learned.en?.vocabulary ?? [])]);
  const findDanger = createDangerDetector(danger, lexicon, ordinary);
  return { recognizer, reader: createReader(recognizer), findDanger };
}
