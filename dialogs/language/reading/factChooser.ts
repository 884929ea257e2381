import type { Locale } from '../../../content/schema/locale.ts';
import type { Questions } from '../../../content/schema/questions.ts';
import type { Scenario } from '../../../content/schema/scenario.ts';
import { asChances } from '../choosing/asChances.ts';
import { createCountingVoter } from '../choosing/countingVoter.ts';
import { createLearningVoter } from '../choosing/learningVoter.ts';
import { createQuestionFeatures, questionWords } from '../choosing/questionWords.ts';
import type { Seen } from '../choosing/seen.ts';
import { standardized } from '../choosing/standardized.ts';

/** What a question asks for, as ids of facts, the most likely first. */
export interface ChosenFacts {
  /** Empty when it asks for none of them. */
  readonly asked: readonly string[];
  /** The others that come closest, however far. */
  readonly near: readonly string[];
}

/** `named`: the facts whose own words stand in the question, best first. */
export type FactChooser = (question: string, named: readonly string[]) => ChosenFacts;

const BUCKETS = 1 << 12;
/** Questions for no fact stand under this label. */
const OTHER = null;
type Label = string | typeof OTHER;

/** What it adds that the words of a fact stand in the question: to the first of them, and to the others. */
const NAMED = { first: 3, other: 1.5 };
/** Of which no word stands in the question, a fact must be this likely; chosen on questions that were kept apart. */
const LIKELY = 0.8;
/** At most so many facts: what comes after is a guess. */
const MOST = 3;

/**
 * Learns which fact is meant from how teachers ask for it, its own words, and the lines that tell it. Takes some tens of
 * milliseconds.
 */
export function createFactChooser(scenario: Scenario, questions: Questions, locale: Locale): FactChooser {
  const labels: readonly Label[] = [...scenario.facts.map(({ id }) => id), OTHER];
  const features = createQuestionFeatures(locale, BUCKETS);
  const entries = entriesOf(scenario, questions, locale).map(({ label, text, kind }): Seen<Label> => {
    return { label, features: features.of(questionWords(text)), kind };
  });
  const count = createCountingVoter(labels, entries, features);
  const learn = createLearningVoter(labels, entries, features);

  return (question, named) => {
    const words = questionWords(question);
    const [counted, learned] = [standardized(count(words)), standardized(learn(words))];
    const chances = asChances(
      labels.map((label, at) => (counted[at] ?? 0) + (learned[at] ?? 0) + bonusOf(label, named)),
    );
    const ofOther = chances.at(-1) ?? 0;
    const ranked = labels
      .flatMap((id, at) => (id === OTHER ? [] : [{ id, chance: chances[at] ?? 0 }]))
      .sort((a, b) => b.chance - a.chance);
    const isAsked = ({ id, chance }: { readonly id: string; readonly chance: number }) =>
      named.includes(id) || (chance > ofOther && chance >= LIKELY);
    const asked = ranked
      .filter(isAsked)
      .slice(0, MOST)
      .map(({ id }) => id);
    const rest = ranked.map(({ id }) => id).filter((id) => !asked.includes(id));
    return { asked, near: rest.slice(0, MOST) };
  };
}

function bonusOf(label: Label, named: readonly string[]): number {
  if (label === OTHER || !named.includes(label)) return 0;
  return label === named[0] ? NAMED.first : NAMED.other;
}

interface Entry {
  readonly label: Label;
  readonly text: string;
  readonly kind: Seen<Label>['kind'];
}

function entriesOf({ facts, lines }: Scenario, { facts: asked, other }: Questions, locale: Locale): readonly Entry[] {
  const all = (label: Label, texts: readonly string[], kind: Entry['kind'] = 'question') =>
    texts.map((text) => ({ label, text, kind }));
  const ids = facts.map(({ id }) => id);
  return [
    ...facts.flatMap(({ id, about }) => [...all(id, asked[id]?.[locale] ?? []), ...all(id, about[locale])]),
    ...all(OTHER, other[locale]),
    ...lines.flatMap(({ tells, say }) =>
      tells !== undefined && ids.includes(tells) ? all(tells, [say[locale]], 'sentence') : [],
    ),
  ];
}
