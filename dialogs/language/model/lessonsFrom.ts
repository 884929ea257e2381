import type { Example } from '../../../content/schema/example.ts';
import type { Move } from '../../../content/schema/move.ts';
import type { Analysis } from '../analysis.ts';
import type { Features, Stretch } from './createFeatures.ts';
import type { Lesson } from './trainModel.ts';

const MOST_OF_STRETCH = 0.5;
const MOST_OF_SPAN = 0.6;
const CLAUSE_WEIGHT = 0.5;

/** The lessons in one labelled turn: each sentence, and each clause of a longer one at half the weight. */
export function lessonsFrom(example: Example, analysis: Analysis, features: Features): readonly Lesson<Move>[] {
  return analysis.sentences.flatMap((sentence, index) => {
    const clauses = analysis.clauses.filter((clause) => clause.sentence === index);
    const whole = { features: features(analysis, sentence), labels: movesOf(example, analysis, sentence), weight: 1 };
    if (clauses.length < 2) return [whole];
    const parts = clauses.map((clause) => ({
      features: features(analysis, clause),
      labels: movesOf(example, analysis, clause),
      weight: CLAUSE_WEIGHT,
    }));
    return [whole, ...parts];
  });
}

/** The moves that a stretch carries: of a marked span it holds the most, or the span holds most of it. */
export function movesOf({ spans }: Example, { tokens }: Analysis, { from, to }: Stretch): ReadonlySet<Move> {
  const carried = spans.filter(({ start, end }) => {
    const inSpan = (first: number, last: number) =>
      tokens.slice(first, last).filter((token) => token.start >= start && token.end <= end).length;
    const shared = inSpan(from, to);
    return shared > 0 && (shared >= (to - from) * MOST_OF_STRETCH || shared >= inSpan(0, tokens.length) * MOST_OF_SPAN);
  });
  return new Set(carried.map(({ move }) => move));
}
