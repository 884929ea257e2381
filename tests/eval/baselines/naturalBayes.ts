import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import englishStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import dutchStemmer from 'natural/lib/natural/stemmers/porter_stemmer_nl.js';
import type { Locale } from '../../../content/schema/locale.ts';
import { MOVES, type Move } from '../../../content/schema/move.ts';
import type { Document } from './asDocuments.ts';

const STEMMERS = { nl: dutchStemmer, en: englishStemmer };
const NOTHING = 'none';

/** natural's naive Bayes, with its own tokenizer, stop words and stemmer: a sentence has one move, or none. */
export function learnOneMove(documents: readonly Document[], locale: Locale): (sentence: string) => readonly Move[] {
  const stemmer = STEMMERS[locale];
  const { featuresOf, rows } = rowsOf(documents, locale);
  const { classifier } = new BayesClassifier(stemmer);
  rows.forEach((row, at) => {
    const moves = [...(documents[at]?.moves ?? [])];
    for (const label of moves.length > 0 ? moves : [NOTHING]) classifier.addExample(row(), label);
  });
  return (sentence) => {
    const best = classifier.classify(featuresOf(sentence));
    return MOVES.filter((move) => move === best);
  };
}

/** The same, one classifier per move that says yes or no. */
export function learnEachMove(documents: readonly Document[], locale: Locale): (sentence: string) => readonly Move[] {
  const { featuresOf, rows } = rowsOf(documents, locale);
  const each = MOVES.map((move) => ({ move, ...new BayesClassifier(STEMMERS[locale]) }));
  rows.forEach((row, at) => {
    const features = row();
    for (const { move, classifier } of each)
      classifier.addExample(features, documents[at]?.moves.has(move) ? 'yes' : 'no');
  });
  return (sentence) => {
    const features = featuresOf(sentence);
    return each.flatMap(({ move, classifier }) => (classifier.classify(features) === 'yes' ? [move] : []));
  };
}

/**
 * What natural keeps of a sentence: nought or one for each known word, in the order of its own list. It would look every known
 * word up in every sentence; here each word is looked up in the list, with the same rows. A row is made when it is asked for, as
 * all together take much memory.
 */
function rowsOf(documents: readonly Document[], locale: Locale) {
  const stemmer = STEMMERS[locale];
  const words = new BayesClassifier(stemmer);
  const tokenized = documents.map(({ text }) => stemmer.tokenizeAndStem(text));
  for (const tokens of tokenized) words.addDocument(tokens, NOTHING);
  const places = new Map(Object.keys(words.features).map((word, place) => [word, place]));
  const rowOf = (tokens: readonly string[]) => {
    const row: number[] = new Array(places.size).fill(0);
    for (const token of tokens) {
      const place = places.get(token);
      if (place !== undefined) row[place] = 1;
    }
    return row;
  };
  return {
    rows: tokenized.map((tokens) => () => rowOf(tokens)),
    featuresOf: (sentence: string) => rowOf(stemmer.tokenizeAndStem(sentence)),
  };
}
