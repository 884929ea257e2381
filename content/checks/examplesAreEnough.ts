import type { Example } from '../schema/example.ts';
import { LOCALES, type Locale } from '../schema/locale.ts';
import { MOVES } from '../schema/move.ts';
import type { ContentCheck, Finding } from './contentCheck.ts';
import { spansOf, topOf } from './examplesOf.ts';

/** The least of each kind, in each language. */
const LEAST = { spans: 120, unlike: 30, none: 600, several: 300 };

/** Each language has enough turns with each move, with what only looks like it, with several moves and with none. */
export const examplesAreEnough: ContentCheck = {
  id: 'examples-are-enough',
  why: 'Of what it has seen too little, the recognizer is right by chance.',
  run: (_, { examples }) => LOCALES.flatMap((locale) => tooFew(examples, locale)),
};

function tooFew(all: readonly Example[], locale: Locale): readonly Finding[] {
  const examples = all.filter((one) => one.locale === locale);
  if (examples.length === 0) return [];
  const counts = [
    ...MOVES.flatMap((move) => [
      { what: `spans of ${move}`, least: LEAST.spans, count: examples.flatMap((one) => spansOf(one, move)).length },
      { what: `turns !${move}`, least: LEAST.unlike, count: examples.filter(({ unlike }) => unlike === move).length },
    ]),
    {
      what: 'turns without a move',
      least: LEAST.none,
      count: examples.filter(({ spans }) => spans.length === 0).length,
    },
    { what: 'turns with several moves', least: LEAST.several, count: examples.filter(hasSeveral).length },
  ];
  return counts
    .filter(({ count, least }) => count < least)
    .map(({ what, count, least }) => ({
      ...topOf(examples),
      message: `In ${locale} there are ${count} ${what}; ${least} is the least.`,
      fix: `write ${least - count} more, from imagined talks and not from one sentence.`,
    }));
}

function hasSeveral({ spans }: Example): boolean {
  return new Set(spans.map(({ move }) => move)).size > 1;
}
