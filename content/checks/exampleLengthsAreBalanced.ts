import type { Example } from '../schema/example.ts';
import { LOCALES, type Locale } from '../schema/locale.ts';
import { MOVES } from '../schema/move.ts';
import type { ContentCheck, Finding } from './contentCheck.ts';
import { meanOf, spansOf, topOf, wordsOf } from './examplesOf.ts';

/** How long the spans of one move may be on average, as a part of the average over all moves. */
const SPANS = { shortest: 0.5, longest: 1.6 };
/** Turns without a move are at least so long on average, as a part of turns with one move. */
const NONE = 0.85;

/** Neither the words of one move nor the turns without a move can be told by their length. */
export const exampleLengthsAreBalanced: ContentCheck = {
  id: 'example-lengths-are-balanced',
  why: 'The recognizer would go by how much is said instead of by what is said.',
  run: (_, { examples }) =>
    LOCALES.flatMap((locale) => [...oddMoves(examples, locale), ...shortNone(examples, locale)]),
};

function oddMoves(all: readonly Example[], locale: Locale): readonly Finding[] {
  const examples = all.filter((one) => one.locale === locale);
  const means = MOVES.map((move) => ({
    move,
    mean: meanOf(examples.flatMap((one) => spansOf(one, move)).map(lengthOf)),
  })).filter(({ mean }) => mean > 0);
  const usual = meanOf(means.map(({ mean }) => mean));
  return means
    .filter(({ mean }) => mean < usual * SPANS.shortest || mean > usual * SPANS.longest)
    .map(({ move, mean }) => ({
      ...topOf(examples),
      message: `In ${locale}, ${move} takes ${mean.toFixed(1)} words on average, a move ${usual.toFixed(1)}.`,
      fix: `add ${mean < usual ? 'longer' : 'shorter'} turns with ${move}.`,
    }));
}

function shortNone(all: readonly Example[], locale: Locale): readonly Finding[] {
  const examples = all.filter((one) => one.locale === locale);
  const lengths = (spans: number) =>
    examples.filter((one) => one.spans.length === spans).map(({ text }) => lengthOf(text));
  const [none, one] = [meanOf(lengths(0)), meanOf(lengths(1))];
  if (none === 0 || none >= one * NONE) return [];
  const message = `In ${locale}, turns without a move are ${none.toFixed(1)} words long on average, with one ${one.toFixed(1)}.`;
  return [{ ...topOf(examples), message, fix: 'add long turns that carry no move: news, arrangements, stories.' }];
}

function lengthOf(text: string): number {
  return wordsOf(text).length;
}
