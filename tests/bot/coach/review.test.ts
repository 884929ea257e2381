import { describe, expect, it } from '@jest/globals';
import {
  type Comment,
  EMPTY_REVIEW,
  missingIn,
  movesIn,
  withComment,
  withMark,
  withMoves,
  withoutComment,
  withoutMoves,
} from '../../../bot/coach/review.ts';

function comment(id: string, turn: number, start?: number): Comment {
  return { id, turn, place: start === undefined ? null : { start, end: start + 3 }, text: 'Mooi gezegd.' };
}

const minimise = { move: 'minimise', start: 0, end: 8 } as const;
const jargon = { move: 'jargon', start: 9, end: 12 } as const;

describe('a review that is being written', () => {
  it('keeps comments in the order of the talk', () => {
    const review = [comment('c', 2), comment('b', 1, 5), comment('a', 1)].reduce(withComment, EMPTY_REVIEW);

    expect(review.comments.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('changes a comment of the same id, and lets go of one', () => {
    const review = withComment(withComment(EMPTY_REVIEW, comment('a', 1)), { ...comment('a', 1), text: 'Anders.' });

    expect(review.comments.map(({ text }) => text)).toEqual(['Anders.']);
    expect(withoutComment(review, 'a').comments).toEqual([]);
  });

  it('takes no more comments than a talk bears', () => {
    const many = Array.from({ length: 120 }, (_, index) => comment(`c${index}`, 1));

    expect(many.reduce(withComment, EMPTY_REVIEW).comments).toHaveLength(100);
  });

  it('shows the moves as they were recognised until the coach says otherwise, also that there are none', () => {
    const corrected = withMoves(EMPTY_REVIEW, 1, []);

    expect(movesIn(EMPTY_REVIEW, 1, [minimise])).toEqual([minimise]);
    expect(movesIn(corrected, 1, [minimise])).toEqual([]);
    expect(movesIn(withoutMoves(corrected, 1), 1, [minimise])).toEqual([minimise]);
  });

  it('keeps moves in order of place, the same one once', () => {
    expect(withMoves(EMPTY_REVIEW, 1, [jargon, minimise, jargon]).coded).toEqual([
      { turn: 1, spans: [minimise, jargon] },
    ]);
  });

  it('has one mark for each dimension, in their order', () => {
    const marks = [
      { dimension: 'relationship', level: 'mostly', turns: [2] },
      { dimension: 'structure', level: 'not-yet', turns: [] },
      { dimension: 'relationship', level: 'throughout', turns: [1] },
    ] as const;

    expect(marks.reduce(withMark, EMPTY_REVIEW).rubric).toEqual([marks[1], marks[2]]);
  });
});

describe('a review that is to be sent', () => {
  const told = { ...EMPTY_REVIEW, strength: 'Je luisterde.', tryNext: 'Vraag wat zij ziet.' };

  it('needs one strength and one thing to try, and nothing else', () => {
    expect(missingIn(EMPTY_REVIEW, { turns: 2, isDouble: false })).toEqual(['strength', 'try-next']);
    expect(missingIn(told, { turns: 2, isDouble: false })).toEqual([]);
  });

  it('needs every turn and both dimensions when two coaches are to be compared', () => {
    const coded = withMoves(withMoves(told, 1, []), 2, [minimise]);
    const whole = [
      { dimension: 'structure', level: 'mostly', turns: [] } as const,
      { dimension: 'relationship', level: 'mostly', turns: [] } as const,
    ].reduce(withMark, coded);

    expect(missingIn(told, { turns: 2, isDouble: true })).toEqual(['rubric', 'turns']);
    expect(missingIn(whole, { turns: 2, isDouble: true })).toEqual([]);
  });
});
