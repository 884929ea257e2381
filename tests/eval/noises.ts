import type { Locale } from '../../content/schema/locale.ts';
import type { MarkedTurn } from './noise/applyEdits.ts';
import { changeAddress } from './noise/changeAddress.ts';
import { dropApostrophes, dropPunctuation } from './noise/dropPunctuation.ts';
import { mixWords } from './noise/mixLanguages.ts';
import { slipLetters } from './noise/slipLetters.ts';

/** One way in which people really write. */
export interface Noise {
  readonly name: string;
  readonly locales: readonly Locale[];
  /** The same turn gives the same turn; the marked places move along with their words. */
  readonly change: (turn: MarkedTurn, locale: Locale) => MarkedTurn;
}

/** All that the evaluation tries; a turn joined with one of the other language is tried apart. */
export const NOISES: readonly Noise[] = [
  { name: 'five in a hundred letters wrong', locales: ['nl', 'en'], change: (turn) => slipLetters(turn, 0.05) },
  { name: 'lower case, no punctuation', locales: ['nl', 'en'], change: dropPunctuation },
  { name: 'no apostrophes either', locales: ['nl', 'en'], change: dropApostrophes },
  { name: 'u becomes je', locales: ['nl'], change: (turn) => changeAddress(turn, 'je') },
  { name: 'u and je become ge', locales: ['nl'], change: (turn) => changeAddress(turn, 'ge') },
  { name: 'words of the other language', locales: ['nl', 'en'], change: mixWords },
];
