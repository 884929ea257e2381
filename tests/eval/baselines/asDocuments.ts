import type { Example } from '../../../content/schema/example.ts';
import type { Locale } from '../../../content/schema/locale.ts';
import type { Move } from '../../../content/schema/move.ts';
import type { LanguageRecognizer } from '../../../dialogs/language/createRecognizer.ts';
import { movesOf } from '../../../dialogs/language/model/lessonsFrom.ts';
import type { Recognize } from '../composeRecognizer.ts';

/** One sentence as an ordinary text classifier gets it. */
export interface Document {
  readonly text: string;
  readonly moves: ReadonlySet<Move>;
}

/** Every sentence of labelled turns, with its moves. */
export function asDocuments(
  examples: readonly Example[],
  locale: Locale,
  { analyse }: Pick<LanguageRecognizer, 'analyse'>,
): readonly Document[] {
  return examples.flatMap((example) => {
    const analysis = analyse(example.text, locale);
    return analysis.sentences.map((sentence) => ({
      text: example.text.slice(analysis.tokens[sentence.from]?.start ?? 0, analysis.tokens[sentence.to - 1]?.end),
      moves: movesOf(example, analysis, sentence),
    }));
  });
}

/** Lets an ordinary classifier name the moves sentence by sentence; a whole sentence is the evidence. */
export function sentenceBySentence(
  { analyse }: Pick<LanguageRecognizer, 'analyse'>,
  movesIn: (sentence: string) => readonly Move[],
): Recognize {
  return (text, locale) => {
    const { tokens, sentences } = analyse(text, locale);
    return sentences.flatMap(({ from, to }) => {
      const start = tokens[from]?.start ?? 0;
      const end = tokens[to - 1]?.end ?? start;
      return movesIn(text.slice(start, end)).map((move) => ({ move, confidence: 1, start, end, because: '' }));
    });
  };
}
