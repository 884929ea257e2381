import type { Analysis, Clause, Sentence } from './analysis.ts';

/** The clause in which a word stands; an opening "en" or "maar" belongs to the clause after it. */
export function clauseAt({ clauses, clauseOf }: Analysis, word: number): Clause | undefined {
  return clauses[clauseOf[word] ?? -1];
}

/** The sentence in which a word stands. */
export function sentenceAt(analysis: Analysis, word: number): Sentence | undefined {
  return analysis.sentences[clauseAt(analysis, word)?.sentence ?? -1];
}

export function overlaps(a: { from: number; to: number }, b: { from: number; to: number }): boolean {
  return a.from < b.to && b.from < a.to;
}
