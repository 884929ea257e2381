import { describe, expect, it } from '@jest/globals';
import { MOVES, type Move } from '../../../../content/schema/move.ts';
import type { Evidence } from '../../../../dialogs/language/model/evidence.ts';
import {
  type JudgedMove,
  judgeMoves,
  tellingWords,
  withoutUnsureContrary,
} from '../../../../dialogs/language/model/judgeMoves.ts';
import { rules } from './lessons.ts';

const UNHEARD = -9;

const sentence: Evidence = {
  sentence: { from: 0, to: 3, mark: '.', locale: 'nl' },
  found: [],
  start: 5,
  end: 20,
  hasBut: false,
  values: [],
};

/** What a judge says who gives these moves these log-odds, whatever the evidence. */
function verdictOf(odds: Partial<Record<Move, number>>, evidence = sentence): readonly JudgedMove[] {
  const judge = {
    moves: MOVES,
    weights: new Float64Array(0),
    bias: Float64Array.from(MOVES, (move) => odds[move] ?? UNHEARD),
    thresholds: new Float64Array(MOVES.length).fill(-1),
  };
  return judgeMoves(judge, evidence, () => 'it sounds like it');
}

describe('the judge of a sentence', () => {
  it('names every move above its threshold, on the whole sentence', () => {
    const judged = verdictOf({ appreciate: 2, 'ask-open-question': 1 });

    expect(judged.map(({ move, start, end }) => [move, start, end])).toEqual([
      ['ask-open-question', 5, 20],
      ['appreciate', 5, 20],
    ]);
  });

  it('is silent about what stays below the threshold', () => {
    expect(verdictOf({ appreciate: -1 })).toEqual([]);
  });

  it('keeps what helps when that speaks louder than what harms', () => {
    const judged = verdictOf({ 'show-understanding': 3, minimise: 1 });

    expect(judged.map(({ move }) => move)).toEqual(['show-understanding']);
  });

  it('keeps what harms when that speaks louder than what helps', () => {
    const judged = verdictOf({ 'show-understanding': 1, minimise: 3, 'blame-parent': 0.5 });

    expect(judged.map(({ move }) => move).sort()).toEqual(['blame-parent', 'minimise']);
  });

  it('gives the reason of the cue where a cue found the move', () => {
    const found = [{ move: 'minimise', confidence: 0.8, start: 5, end: 9, because: 'soothes away' }] as const;

    const [byCue] = verdictOf({ minimise: 2 }, { ...sentence, found });
    const [byWords] = verdictOf({ minimise: 2 });

    expect(byCue?.because).toBe('soothes away');
    expect(byWords?.because).toBe('it sounds like it');
  });

  it('takes back an acknowledgement with "but" after it, unless what follows is neutral', () => {
    const withBut = { ...sentence, hasBut: true };

    expect(verdictOf({ 'show-understanding': 1 }, withBut)).toEqual([]);
    expect(
      verdictOf({ 'show-understanding': 1, 'clear-honest-realistic': 0 }, withBut)
        .map(({ move }) => move)
        .sort(),
    ).toEqual(['clear-honest-realistic', 'show-understanding']);
  });

  it('is never wholly sure', () => {
    expect(verdictOf({ minimise: 50 })[0]?.confidence).toBe(0.99);
  });
});

describe('the judge of a whole turn', () => {
  it('leaves out an unsure move that goes against the surest one', () => {
    const judged = [...verdictOf({ 'show-understanding': 3 }), ...verdictOf({ minimise: -0.5 })];

    expect(withoutUnsureContrary(judged).map(({ move }) => move)).toEqual(['show-understanding']);
  });

  it('keeps a sure move of either side: a turn can help and then harm', () => {
    const judged = [...verdictOf({ 'show-understanding': 3 }), ...verdictOf({ minimise: 1 })];

    expect(withoutUnsureContrary(judged).map(({ move }) => move)).toEqual(['show-understanding', 'minimise']);
  });
});

describe('the telling words of a sentence', () => {
  const analysis = rules.analyse('Ach, zo erg is het toch niet.', 'nl');
  const all = { from: 0, to: analysis.tokens.length };
  const weights = (spoken: Readonly<Record<string, number>>) => (word: number) =>
    spoken[analysis.tokens[word]?.form ?? ''] ?? 0;

  it('are at most three, as written and in their order', () => {
    const telling = tellingWords(analysis, all, weights({ niet: 4, ach: 3, erg: 2, toch: 1 }));

    expect(telling).toBe('Ach … erg … niet');
  });

  it('are none when no word speaks for the move', () => {
    expect(tellingWords(analysis, all, weights({ ach: -1 }))).toBe('');
  });
});
