import type { RecognizedMove } from '../../engine/reading.ts';
import type { Analysis } from '../analysis.ts';

/** Whether words that show understanding hold more than formulas such as "I quite understand, how awful for you". */
export function understandsInOwnWords(
  { tokens, kinds, sentences, viewOf }: Analysis,
  moves: readonly RecognizedMove[],
): boolean {
  const understood = moves.filter(({ move }) => move === 'show-understanding');
  if (understood.length === 0) return false;
  return sentences.some(({ from, to, locale }) => {
    const { grammar } = viewOf(locale);
    return tokens.slice(from, to).some(({ form, start }, place) => {
      const isEvidence = understood.some((move) => start >= move.start && start < move.end);
      const isPlain = grammar.isIn('function-word', form) || grammar.isIn('formula', form);
      return isEvidence && !isPlain && kinds[from + place] === undefined;
    });
  });
}
