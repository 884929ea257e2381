import { describe, expect, it } from '@jest/globals';
import { correctedTurns } from '../../../bot/coach/correctedTurns.ts';
import { EMPTY_REVIEW, withMoves } from '../../../bot/coach/review.ts';
import { aTalk } from '../exports/aTalk.ts';

/** Masks these words wherever they stand. */
function masking(...words: readonly string[]) {
  return (text: string) => {
    const spans = words
      .map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length }))
      .filter(({ start }) => start >= 0)
      .toSorted((a, b) => a.start - b.start);
    const masked = words.reduce((so, word) => so.replace(word, word.includes('@') ? '[e-mail]' : '[naam]'), text);
    return { masked, spans };
  };
}

describe('the places of corrected labels', () => {
  const said = 'Jip zegt dat Anouk hem plaagt; mail a@b.nl maar.';
  const { rehearsal } = aTalk([said]).kept;
  const label = (words: string) => {
    const start = said.indexOf(words);
    return { move: 'break-confidentiality', start, end: start + words.length } as const;
  };

  it.each([
    ['words between two masked names', 'hem plaagt', 'hem plaagt'],
    ['a masked name and what follows', 'Anouk hem plaagt', '[naam] hem plaagt'],
    ['everything', said, '[naam] zegt dat [naam] hem plaagt; mail [e-mail] maar.'],
    ['what stands behind all of them', 'maar', 'maar'],
    ['a part of a masked name, which becomes the whole placeholder', 'ouk hem', '[naam] hem'],
  ])('move along: %s', (_, words, expected) => {
    const review = withMoves(EMPTY_REVIEW, 1, [label(words)]);

    const [turn] = correctedTurns(review, rehearsal, masking('Jip', 'Anouk', 'a@b.nl'));

    const [span] = turn?.moves ?? [];
    expect(turn?.text.slice(span?.start, span?.end)).toBe(expected);
  });

  it('stay where they are when nothing is masked', () => {
    const review = withMoves(EMPTY_REVIEW, 1, [label('Anouk')]);

    const [turn] = correctedTurns(review, rehearsal, masking());

    expect(turn).toEqual({ lang: 'nl', text: said, moves: [label('Anouk')] });
  });
});
