import type { RecognizedMove } from '../../engine/reading.ts';
import type { Analysis, Sentence } from '../analysis.ts';
import { askingSentences } from './askingSentences.ts';

/** Whether words that show understanding hold more than formulas such as "I quite understand, how awful for you". */
export function understandsInOwnWords(analysis: Analysis, moves: readonly RecognizedMove[]): boolean {
  const understood = moves.filter(({ move }) => move === 'show-understanding');
  const isEvidence = (at: number) => understood.some(({ start, end }) => at >= start && at < end);
  return analysis.sentences.some((sentence) => startsOfOwnWords(analysis, sentence).some(isEvidence));
}

/** Whether a question is about something in particular, as "and then?" and "how do you see it?" are not. */
export function asksInParticular(analysis: Analysis): boolean {
  return askingSentences(analysis).some((sentence) => startsOfOwnWords(analysis, sentence).length > 0);
}

/** Where the words stand that are no function words, no formula, no name and no number. */
function startsOfOwnWords({ tokens, kinds, viewOf }: Analysis, { from, to, locale }: Sentence): readonly number[] {
  const { grammar, phrases } = viewOf(locale);
  const isPlain = (form: string, word: number) =>
    grammar.isIn('function-word', form) || phrases.at('formula', word, word + 1) > 0;
  return tokens.slice(from, to).flatMap(({ form, start }, place) => {
    const word = from + place;
    return kinds[word] === undefined && !isPlain(form, word) ? [start] : [];
  });
}
