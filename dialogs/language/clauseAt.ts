import type { Analysis, Clause, Sentence } from './analysis.ts';

/** The clause in which a word stands; an opening "en" or "maar" belongs to the clause after it. */
export function clauseAt({ clauses }: Analysis, word: number): Clause | undefined {
  return clauses.find(({ to }) => word < to);
}

/** The sentence in which a word stands. */
export function sentenceAt({ sentences }: Analysis, word: number): Sentence | undefined {
  return sentences.find(({ to }) => word < to);
}

export function overlaps(a: { from: number; to: number }, b: { from: number; to: number }): boolean {
  return a.from < b.to && b.from < a.to;
}
