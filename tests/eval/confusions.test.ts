import { describe, expect, it } from '@jest/globals';
import type { Move } from '../../content/schema/move.ts';
import { confusionsIn } from './confusions.ts';

const TEXT = 'Ach, dat waait wel over.';

function answer(gold: readonly Move[], found: readonly Move[]) {
  const on = (move: Move) => ({ move, start: 0, end: TEXT.length });
  return { text: TEXT, gold: gold.map(on), found: found.map(on) };
}

describe('confusionsIn', () => {
  it('names what was taken for what, the most frequent first', () => {
    const confusions = confusionsIn([
      answer(['minimise'], ['show-understanding']),
      answer(['deflect'], ['defensive']),
      answer(['deflect'], ['defensive']),
    ]);

    expect(confusions).toEqual([
      { missed: 'deflect', instead: 'defensive', turns: 2 },
      { missed: 'minimise', instead: 'show-understanding', turns: 1 },
    ]);
  });

  it('tells a move that was overlooked from one that was misread', () => {
    expect(confusionsIn([answer(['minimise'], [])])).toEqual([{ missed: 'minimise', instead: null, turns: 1 }]);
  });

  it('shows what is seen in turns without a move', () => {
    expect(confusionsIn([answer([], ['jargon'])])).toEqual([{ missed: null, instead: 'jargon', turns: 1 }]);
  });

  it('says nothing of turns that are read as labelled', () => {
    expect(confusionsIn([answer(['minimise'], ['minimise']), answer([], [])])).toEqual([]);
  });
});
