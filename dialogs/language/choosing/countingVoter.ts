import type { QuestionFeatures } from './questionWords.ts';
import type { LabelVoter, Seen } from './seen.ts';

/** What is no question counts so much beside one. */
const SENTENCE_WEIGHT = 0.3;
const SMOOTHING = 0.5;

/**
 * Counts under what labels a feature is seen, and votes by how rare it is in all the others (complement naive Bayes; Rennie,
 * Shih, Teevan & Karger 2003): it needs few questions per label, and no training.
 */
export function createCountingVoter<Label>(
  labels: readonly Label[],
  entries: readonly Seen<Label>[],
  { buckets, of: featuresOf }: QuestionFeatures,
): LabelVoter {
  const size = labels.length;
  const counts = new Float32Array(buckets * size);
  const everywhere = new Float32Array(buckets);
  const totals = new Float64Array(size);
  for (const { label, features, kind } of entries) {
    const at = labels.indexOf(label);
    const weight = kind === 'question' ? 1 : SENTENCE_WEIGHT;
    for (const bucket of features) {
      counts[bucket * size + at] = (counts[bucket * size + at] ?? 0) + weight;
      everywhere[bucket] = (everywhere[bucket] ?? 0) + weight;
      totals[at] = (totals[at] ?? 0) + weight;
    }
  }
  const distinct = everywhere.reduce((sum, count) => sum + Number(count > 0), 0);
  const all = totals.reduce((sum, total) => sum + total, 0);
  const elsewhere = totals.map((total) => Math.log(all - total + SMOOTHING * distinct));

  return (question) => {
    const votes = new Float64Array(size);
    for (const bucket of featuresOf(question)) {
      const seen = everywhere[bucket] ?? 0;
      if (seen === 0) continue;
      for (let at = 0; at < size; at += 1) {
        const others = seen - (counts[bucket * size + at] ?? 0);
        votes[at] = (votes[at] ?? 0) + (elsewhere[at] ?? 0) - Math.log(others + SMOOTHING);
      }
    }
    return votes;
  };
}
