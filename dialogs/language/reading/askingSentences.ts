import type { Analysis, Sentence } from '../analysis.ts';

/** The sentences with a clause that asks, in order. */
export function askingSentences({ sentences, clauses }: Analysis): readonly Sentence[] {
  const asking = new Set(clauses.flatMap(({ sentence, question }) => (question === null ? [] : [sentence])));
  return sentences.filter((_, index) => asking.has(index));
}
