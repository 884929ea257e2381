import type { Locale } from '../../../content/schema/locale.ts';
import type { Questions } from '../../../content/schema/questions.ts';
import { createCountingVoter } from '../choosing/countingVoter.ts';
import { createLearningVoter } from '../choosing/learningVoter.ts';
import { createQuestionFeatures, questionWords } from '../choosing/questionWords.ts';
import type { Seen } from '../choosing/seen.ts';
import { standardized } from '../choosing/standardized.ts';

/**
 * Ids of the facts that a question asks for, the most likely first; empty when it asks for none of them. `named`: the
 * facts whose own words stand in it, best first.
 */
export type FactChooser = (question: string, named: readonly string[]) => readonly string[];

const BUCKETS = 1 << 12;
const OTHER = null;
/** How much the learning voter counts beside the counting one. */
const LEARNING_WEIGHT = 1;
/** What it adds that the words of a fact stand in the question: to the best of them, and to the rest. */
const NAMED = [1.5, 0.75] as const;
/** What is not certain to be something else is asked for. */
const OTHER_AHEAD = 0;

/** Learns from the questions of a scenario which fact is meant. */
export function createFactChooser({ facts, other }: Questions, locale: Locale): FactChooser {
  const labels: readonly (string | null)[] = [...Object.keys(facts), OTHER];
  const features = createQuestionFeatures(locale, BUCKETS);
  const seen = (label: string | null, texts: readonly string[]): readonly Seen<string | null>[] =>
    texts.map((text) => ({ label, features: features.of(questionWords(text)), kind: 'question' }));
  const entries = [
    ...Object.entries(facts).flatMap(([id, asked]) => seen(id, asked[locale])),
    ...seen(OTHER, other[locale]),
  ];
  const count = createCountingVoter(labels, entries, features);
  const learn = createLearningVoter(labels, entries, features);

  return (question, named) => {
    const words = questionWords(question);
    const counted = standardized(count(words));
    const learned = standardized(learn(words));
    const scored = labels.map((id, at) => {
      const place = id === null ? -1 : named.indexOf(id);
      const own = place < 0 ? 0 : NAMED[place === 0 ? 0 : 1];
      const ahead = id === OTHER ? OTHER_AHEAD : 0;
      return { id, score: (counted[at] ?? 0) + LEARNING_WEIGHT * (learned[at] ?? 0) + own + ahead };
    });
    const bar = scored.find(({ id }) => id === OTHER)?.score ?? 0;
    return scored
      .flatMap(({ id, score }) => (id !== null && score > bar ? [{ id, score }] : []))
      .sort((a, b) => b.score - a.score)
      .map(({ id }) => id);
  };
}
