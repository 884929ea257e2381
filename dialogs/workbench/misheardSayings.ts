import { LOCALES, type Locale } from '../../content/schema/locale.ts';
import { MOVES_TO_AVOID, type Move } from '../../content/schema/move.ts';
import type { Tip } from '../../content/schema/tip.ts';
import type { Recognizer } from '../ports.ts';

/** A sentence that a tip gives as good, and in which the recognizer hears something to avoid. */
export interface MisheardSaying {
  readonly tip: Tip['id'];
  readonly part: 'say' | 'example';
  /** From 0, in that part of the tip. */
  readonly index: number;
  readonly locale: Locale;
  readonly move: Move;
}

/** Who the sentences are about while they are tried. */
const CHILD = 'Sam';

/** All that a teacher could say after a tip and would be warned for in a rehearsal. */
export function misheardSayings(tips: readonly Tip[], recognizer: Recognizer): readonly MisheardSaying[] {
  return tips.flatMap((tip) =>
    sentencesOf(tip).flatMap(({ part, index, text }) =>
      LOCALES.flatMap((locale) =>
        recognizer
          .recognize(text[locale].replaceAll('{child}', CHILD), locale, [CHILD])
          .filter(({ move }) => MOVES_TO_AVOID.some((avoid) => avoid === move))
          .map(({ move }) => ({ tip: tip.id, part, index, locale, move })),
      ),
    ),
  );
}

function sentencesOf({ say, example }: Tip) {
  return [
    ...say.map(({ text }, index) => ({ part: 'say' as const, index, text })),
    ...example.flatMap(({ who, text }, index) =>
      who === 'teacher' ? [{ part: 'example' as const, index, text }] : [],
    ),
  ];
}
