import type { Content } from '../../content/schema/content.ts';
import type { Locale } from '../../content/schema/locale.ts';
import type { Reader, Recognizer } from '../ports.ts';
import type { CompiledLexicon } from './compileLexicon.ts';
import { createReader } from './createReader.ts';
import { createRecognizer, LONGEST_UTTERANCE } from './createRecognizer.ts';
import type { CompiledDangers } from './danger/compileDanger.ts';
import { createDangerDetector, type DangerDetector } from './danger/createDangerDetector.ts';
import { decodeDangerModel } from './danger/dangerModel.ts';
import { guessLocale } from './guessLocale.ts';
import { decodeMoveModel } from './model/moveModel.ts';
import { tokenize } from './tokenize.ts';

/** All that was compiled before, so that a start need not. */
export interface CompiledLanguage {
  readonly lexicon: CompiledLexicon;
  readonly danger: CompiledDangers;
}

/** The language side as the rest uses it. Throws `PatternError` on a pattern that cannot be read, `Error` on a broken model. `compiled`: what was compiled before. */
export function createLanguage(
  { lexicon, models, danger, dangerModels }: Pick<Content, 'lexicon' | 'models' | 'danger' | 'dangerModels'>,
  compiled?: CompiledLanguage,
): {
  readonly recognizer: Recognizer;
  readonly reader: Reader;
  readonly findDanger: DangerDetector;
  /** The language of these words: the expected one, unless they are clearly of another. */
  readonly localeOf: (words: string, expected: Locale) => Locale;
} {
  const learned = {
    ...(models.nl && { nl: decodeMoveModel(models.nl) }),
    ...(models.en && { en: decodeMoveModel(models.en) }),
  };
  const recognizer = createRecognizer(lexicon, learned, compiled?.lexicon);
  const findDanger = createDangerDetector(danger, lexicon, {
    known: ordinaryWords(models),
    models: {
      ...(dangerModels.nl && { nl: decodeDangerModel(dangerModels.nl) }),
      ...(dangerModels.en && { en: decodeDangerModel(dangerModels.en) }),
    },
    ...(compiled && { compiled: compiled.danger }),
  });
  const { grammars } = recognizer;
  const localeOf = (words: string, expected: Locale) =>
    guessLocale(tokenize(words.slice(0, LONGEST_UTTERANCE), grammars.contractions), expected, grammars);
  return { recognizer, reader: createReader(recognizer), findDanger, localeOf };
}

/** Words that teachers use, in either language: never slips of the finger for a word of danger. */
export function ordinaryWords({ nl, en }: Content['models']): ReadonlySet<string> {
  return new Set([nl, en].flatMap((model) => model?.vocabulary.split(' ') ?? []));
}
