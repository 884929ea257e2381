import type { Example } from '../schema/example.ts';
import { LOCALES, type Locale } from '../schema/locale.ts';
import { MOVES, type Move } from '../schema/move.ts';
import type { ContentCheck, Finding } from './contentCheck.ts';
import { spansOf, topOf, wordsOf } from './examplesOf.ts';

/** In so large a share of a move's turns … */
const SHARE = 0.15;
/** … and so seldom elsewhere: the share of turns with these words that carry the move. */
const TELLING = 0.85;
/** Of fewer turns nothing can be said. */
const FROM = 20;
const LONGEST = 3;

/** No words of up to three are in many turns with one move and hardly in any other. */
export const examplesGiveNothingAway: ContentCheck = {
  id: 'examples-give-nothing-away',
  why: 'The recognizer would wait for these words, and miss whoever says it differently.',
  run: (_, { examples }) => LOCALES.flatMap((locale) => giveaways(examples, locale)),
};

function giveaways(all: readonly Example[], locale: Locale): readonly Finding[] {
  const examples = all.filter((one) => one.locale === locale);
  const everywhere = countPhrases(examples.map(({ text }) => [text]));
  return MOVES.flatMap((move) => {
    const carrying = examples.map((one) => spansOf(one, move)).filter((spans) => spans.length > 0);
    if (carrying.length < FROM) return [];
    return [...countPhrases(carrying)]
      .filter(
        ([words, count]) =>
          count >= carrying.length * SHARE && count >= (everywhere.get(words) ?? Number.POSITIVE_INFINITY) * TELLING,
      )
      .map(([words, count]) => ({
        ...topOf(examples.filter((one) => holds(one, move, words))),
        message: `“${words}” stands in ${count} of ${carrying.length} turns with ${move} and hardly elsewhere.`,
        fix: `say some of them in other words, or write turns with “${words}” that are not ${move}.`,
      }));
  });
}

/** In how many turns each run of one to three words stands; a turn is a list of texts. */
function countPhrases(turns: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const texts of turns) {
    for (const phrase of new Set(texts.flatMap(phrasesOf))) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  return counts;
}

function phrasesOf(text: string): readonly string[] {
  const words = wordsOf(text);
  return Array.from({ length: LONGEST }, (_, more) => words.map((_word, at) => words.slice(at, at + more + 1)))
    .flatMap((runs, more) => runs.filter((run) => run.length === more + 1))
    .map((run) => run.join(' '));
}

function holds(example: Example, move: Move, phrase: string): boolean {
  return spansOf(example, move).some((span) => phrasesOf(span).includes(phrase));
}
