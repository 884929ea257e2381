import { describe, expect, it } from '@jest/globals';
import { MOVES } from '../../../../content/schema/move.ts';
import { createRecognizer } from '../../../../dialogs/language/createRecognizer.ts';
import { placeMoves, writerOf } from '../../../../dialogs/language/model/learnMoveModel.ts';
import { logOdds } from '../../../../dialogs/language/model/linearModel.ts';
import { decodeMoveModel, encodeMoveModel } from '../../../../dialogs/language/model/moveModel.ts';
import { examples, features, learned, lexicon, rules } from './lessons.ts';

const model = learned();

/** The log-odds of each move for a whole turn. */
function oddsOf(text: string, words = model.words): readonly number[] {
  const analysis = rules.analyse(text, 'nl');
  return [...logOdds(words, features(analysis, { from: 0, to: analysis.tokens.length }))];
}

function oddsFor(move: (typeof MOVES)[number], text: string): number {
  return oddsOf(text)[MOVES.indexOf(move)] ?? 0;
}

describe('learning from labelled turns', () => {
  it('gives the same model from the same turns, bit for bit', () => {
    expect(encodeMoveModel(learned(), 'x')).toEqual(encodeMoveModel(model, 'x'));
  });

  it('makes words speak for the move that they carried', () => {
    const text = 'Ach, dat gaat over.';

    expect(oddsFor('minimise', text)).toBeGreaterThan(oddsFor('show-understanding', text));
  });

  it('keeps the words that teachers use more than once', () => {
    expect(model.vocabulary).toContain('ach');
    expect(model.vocabulary).not.toContain('noor');
  });

  it('takes files with one name for one writer', () => {
    const [first] = examples;
    const writers = ['nl/warm-1.txt', 'nl/warm-12.txt', 'nl/brisk-1.txt'].map((file) =>
      first ? writerOf({ ...first, file }) : '',
    );

    expect(writers).toEqual(['nl/warm', 'nl/warm', 'nl/brisk']);
  });

  it('looks for a known move among the words, and else gives it all of them', () => {
    const found = placeMoves({ text: 'Dag. Wat merkt u thuis aan haar?', moves: ['ask-open-question'] }, 'nl', rules);
    const sought = placeMoves({ text: 'Dag en tot ziens.', moves: ['appreciate'] }, 'nl', rules);

    expect(found.text.slice(found.spans[0]?.start, found.spans[0]?.end)).toContain('Wat merkt u thuis');
    expect(sought.spans).toEqual([{ move: 'appreciate', start: 0, end: 17 }]);
  });
});

describe('a stored model', () => {
  const stored = encodeMoveModel(model, 'fingerprint');

  it('says from which turns it was learned', () => {
    expect(stored.learnedFrom).toBe('fingerprint');
  });

  it('scores as it did before it was stored', () => {
    const { words } = decodeMoveModel(stored);

    for (const { text } of examples) {
      const before = oddsOf(text);
      oddsOf(text, words).forEach((odds, at) => {
        expect(odds).toBeCloseTo(before[at] ?? 0, 1);
      });
    }
  });

  it('stays the same when it is stored again', () => {
    const decoded = decodeMoveModel(stored);

    expect(encodeMoveModel(decoded, 'fingerprint')).toEqual(stored);
  });

  it('keeps the words of its vocabulary in their order', () => {
    expect(decodeMoveModel(stored).vocabulary).toEqual(model.vocabulary);
  });

  it('is refused when a part of it is missing', () => {
    expect(() => decodeMoveModel({ ...stored, buckets: stored.buckets + 1 })).toThrow('a weight for each bucket');
  });
});

describe('a recognizer without a model', () => {
  it('leaves the last word to the cues and rules', () => {
    const text = 'Ik begrijp dat u boos bent omdat niemand belde. Dat hadden we moeten doen.';
    const withEnglishOnly = createRecognizer(lexicon, {});

    expect(withEnglishOnly.recognize(text, 'nl')).toEqual(rules.movesByRules(rules.analyse(text, 'nl')));
  });
});
