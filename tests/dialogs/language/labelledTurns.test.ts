import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { LOCALES, type Locale } from '../../../content/schema/locale.ts';
import { MOVES, MOVES_TO_AVOID, type Move } from '../../../content/schema/move.ts';
import { recognizer } from './lexicon.ts';

interface LabelledTurn {
  readonly text: string;
  readonly moves: ReadonlySet<Move>;
  /** What the recognizer finds in it. */
  readonly found: ReadonlySet<Move>;
}

/** One turn per line: language, labels by the guide, the words. The cues were tuned on them: a guard, not a measure. */
function labelledTurns(locale: Locale): readonly LabelledTurn[] {
  const text = readFileSync(join(import.meta.dirname, 'labelledTurns', `${locale}.tsv`), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [, labels = '', words = ''] = line.split('\t');
      return {
        text: words,
        moves: new Set(MOVES.filter((move) => labels.split(',').includes(move))),
        found: movesFound(words, locale),
      };
    });
}

function movesFound(text: string, locale: Locale): ReadonlySet<Move> {
  return new Set(recognizer.recognize(text, locale).map(({ move }) => move));
}

function f1(turns: readonly LabelledTurn[], move: Move): number {
  const wanted = turns.filter(({ moves }) => moves.has(move));
  const hits = turns.filter(({ found }) => found.has(move));
  const both = hits.filter(({ moves }) => moves.has(move));
  return (2 * both.length) / (wanted.length + hits.length);
}

describe.each(LOCALES)('labelled turns (%s)', (locale) => {
  const turns = labelledTurns(locale);

  it.each(MOVES)('are read as %s where the guide says so', (move) => {
    expect(f1(turns, move)).toBeGreaterThanOrEqual(0.9);
  });

  it('without any move are left without one', () => {
    const read = turns.filter(({ moves, found }) => moves.size === 0 && found.size > 0);

    expect(read).toEqual([]);
  });

  it('that only help are hardly ever read as harm', () => {
    const harmed = turns.filter(
      ({ moves, found }) => moves.size > 0 && ![...moves].some(isHarm) && found.size > 0 && [...found].every(isHarm),
    );

    expect(harmed.length / turns.length).toBeLessThanOrEqual(0.01);
  });
});

function isHarm(move: Move): boolean {
  return MOVES_TO_AVOID.some((avoid) => avoid === move);
}
