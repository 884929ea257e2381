import { describe, expect, it } from '@jest/globals';
import type { MarkedSpan } from '../../content/schema/example.ts';
import type { Move } from '../../content/schema/move.ts';
import { type Answer, scoreMoves } from './scoreMoves.ts';

const TEXT = 'Wat naar voor haar. Sinds wanneer speelt dit?';

/** The move on these words of the text; on all of it without words. */
function on(move: Move, words = TEXT): MarkedSpan {
  const start = TEXT.indexOf(words);
  return { move, start, end: start + words.length };
}

function answer(gold: readonly MarkedSpan[], found: readonly MarkedSpan[]): Answer {
  return { text: TEXT, gold, found };
}

describe('scoreMoves', () => {
  it('counts what is right, wrong and missed per move', () => {
    const score = scoreMoves([
      answer([on('minimise')], [on('minimise')]),
      answer([on('minimise')], [on('defensive')]),
      answer([], [on('minimise')]),
    ]);

    expect(score.perMove.minimise).toEqual({ right: 1, wrong: 1, missed: 1 });
    expect(score.perMove.defensive).toEqual({ right: 0, wrong: 1, missed: 0 });
  });

  it('gives every move that occurs the same weight in macro-F1', () => {
    const often = Array.from({ length: 9 }, () => answer([on('minimise')], [on('minimise')]));
    const never = answer([on('jargon')], []);

    const { macroF1, microF1, worst } = scoreMoves([...often, never]);

    expect(macroF1).toBeCloseTo(0.5);
    expect(microF1).toBeCloseTo(18 / 19);
    expect(worst).toEqual({ move: 'jargon', f1: 0 });
  });

  it('leaves a move that never occurs out of macro-F1', () => {
    const { macroF1 } = scoreMoves([answer([on('minimise')], [on('minimise'), on('deflect')])]);

    expect(macroF1).toBe(1);
  });

  it('counts a move once, however often its turn shows it', () => {
    const twice = [on('show-understanding', 'Wat naar'), on('show-understanding', 'voor haar')];

    const { perMove } = scoreMoves([answer(twice, [on('show-understanding', 'Wat naar')])]);

    expect(perMove['show-understanding']).toEqual({ right: 1, wrong: 0, missed: 0 });
  });

  it('takes a place for right from half of the words on', () => {
    const gold = [on('show-understanding', 'Wat naar voor haar')];

    expect(scoreMoves([answer(gold, [on('show-understanding', 'naar voor')])]).spanF1).toBe(1);
    expect(scoreMoves([answer(gold, [on('show-understanding', 'haar')])]).spanF1).toBe(0);
    expect(scoreMoves([answer(gold, [on('show-understanding')])]).spanF1).toBe(1);
    expect(scoreMoves([answer(gold, [on('minimise', 'Wat naar voor haar')])]).spanF1).toBe(0);
  });

  it('measures places in words, not in letters or marks', () => {
    const gold = [on('ask-open-question', 'Sinds wanneer speelt dit')];

    const { spanF1 } = scoreMoves([answer(gold, [on('ask-open-question', 'Sinds wanneer speelt dit?')])]);

    expect(spanF1).toBe(1);
  });

  it('lets one found place stand for one labelled place', () => {
    const gold = [on('ask-open-question', 'Sinds wanneer'), on('ask-open-question', 'speelt dit')];

    const { spanF1 } = scoreMoves([answer(gold, [on('ask-open-question', 'Sinds wanneer speelt dit')])]);

    expect(spanF1).toBeCloseTo(2 / 3);
  });

  it('calls praise for harm, or the reverse, a severe confusion', () => {
    const { severe } = scoreMoves([
      answer([on('minimise')], [on('show-understanding')]),
      answer([on('appreciate')], [on('appreciate'), on('blame-parent')]),
      answer([on('minimise')], [on('deflect')]),
      answer([on('minimise')], []),
      answer([on('appreciate'), on('minimise')], [on('deflect')]),
      answer([], [on('deflect')]),
    ]);

    expect(severe).toBe(2 / 4);
  });

  it('tells how many turns without a move are left empty', () => {
    const { noneEmpty } = scoreMoves([answer([], []), answer([], [on('jargon')]), answer([on('jargon')], [])]);

    expect(noneEmpty).toBe(1 / 2);
    expect(scoreMoves([answer([on('jargon')], [])]).noneEmpty).toBe(1);
  });

  it('calls a turn exact when its moves are found and no others', () => {
    const { exact } = scoreMoves([
      answer([], []),
      answer([on('jargon')], [on('jargon', 'Wat')]),
      answer([on('jargon')], [on('jargon'), on('deflect')]),
      answer([on('jargon')], []),
    ]);

    expect(exact).toBe(1 / 2);
  });
});
