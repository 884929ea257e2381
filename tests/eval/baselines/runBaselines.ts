import type { Locale } from '../../../content/schema/locale.ts';
import { MOVES, type Move } from '../../../content/schema/move.ts';
import type { LanguageRecognizer } from '../../../dialogs/language/createRecognizer.ts';
import type { Lessons } from '../../../dialogs/language/model/learnMoveModel.ts';
import type { Recognize } from '../composeRecognizer.ts';
import type { DevelopmentSet } from '../readSets.ts';
import { asDocuments, type Document, sentenceBySentence } from './asDocuments.ts';
import { learnEachMove, learnOneMove } from './naturalBayes.ts';
import { learnNlpJs } from './nlpJs.ts';

/** What others make of the same sentences, learned from the same examples. */
export const BASELINES = [
  'natural’s Bayes, one move',
  'natural’s Bayes, yes or no',
  'nlp.js',
  'always the most frequent move',
] as const;
export type Baseline = (typeof BASELINES)[number];

/** Learns one of them. It gets our sentences, so that it need not find out where one ends. */
export async function learnBaseline(
  baseline: Baseline,
  { examples, known }: Lessons,
  sets: readonly DevelopmentSet[],
  locale: Locale,
  rules: LanguageRecognizer,
): Promise<Recognize> {
  const documents = asDocuments([...examples, ...known], locale, rules);
  switch (baseline) {
    case 'natural’s Bayes, one move':
      return sentenceBySentence(rules, learnOneMove(documents, locale));
    case 'natural’s Bayes, yes or no':
      return sentenceBySentence(rules, learnEachMove(documents, locale));
    case 'nlp.js': {
      const asked = sets.flatMap(({ turns }) => asDocuments(turns, locale, rules)).map(({ text }) => text);
      return sentenceBySentence(rules, await learnNlpJs(documents, asked, locale));
    }
    case 'always the most frequent move': {
      const most = mostFrequent(documents);
      return sentenceBySentence(rules, () => [most]);
    }
  }
}

function mostFrequent(documents: readonly Document[]): Move {
  const countOf = (move: Move) => documents.filter(({ moves }) => moves.has(move)).length;
  return MOVES.reduce((most, move) => (countOf(move) > countOf(most) ? move : most));
}
