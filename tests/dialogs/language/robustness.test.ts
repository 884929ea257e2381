import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LOCALES } from '../../../content/schema/locale.ts';
import { evidenceFor, movesIn, recognizer } from './lexicon.ts';

describe('evidence (R8)', () => {
  it('is the clause that carries the move, without the greeting', () => {
    const turn = 'Goedemiddag. Wat fijn dat u belt. Hoe gaat het nu met Noor?';

    expect(evidenceFor('appreciate', turn)).toBe('Wat fijn dat u belt');
    expect(evidenceFor('ask-open-question', turn)).toBe('Hoe gaat het nu met Noor');
  });

  it('leaves out the "but" that opens a clause', () => {
    expect(evidenceFor('minimise', 'Ik snap dat u boos bent, maar het was maar een grapje.')).toBe(
      'het was maar een grapje',
    );
  });

  it('comes with the words and the reason that decided', () => {
    const [move] = recognizer.recognize('U kent hem het beste.', 'nl');

    expect(move?.because).toMatch(/^Zegt wat de ouder weet .*\(U kent hem het beste\)$/);
  });
});

describe('the way it is written (R9)', () => {
  it.each([
    'IK HOOR DAT U BOOS BENT',
    'ik hoor dat je boos bent',
    'ik hoor dat ge boos zijt',
    'ik  hoor dat u boos bent…',
    'Ik hoor dat u b\u00f3\u00f3s bent',
    'ik hoor dat u booos bent',
  ])('changes nothing: %s', (turn) => {
    expect(movesIn(turn)).toEqual(['show-understanding']);
  });

  it.each([
    ['Ik merk dat u teleurgestedl bent.', 'show-understanding'],
    ['Ik merk dat u tleeurgesteld bent.', 'show-understanding'],
    ['Ik garandeeer u dat hij morgen weer vrienden heeft.', 'overpromise'],
  ] as const)('forgives one slip of the finger: %s', (turn, move) => {
    expect(movesIn(turn)).toContain(move);
  });

  it('needs no punctuation to tell two sentences apart', () => {
    expect(movesIn('wat fijn dat u belt hoe gaat het nu met haar')).toEqual(['appreciate', 'ask-open-question']);
    expect(movesIn('thanks for calling how is she doing now', 'en')).toEqual(['appreciate', 'ask-open-question']);
  });

  it('needs no question mark to ask', () => {
    expect(movesIn('heeft hij dat zelf gezegd')).toEqual(['closed-leading-question']);
  });

  it('may be in the other language', () => {
    expect(movesIn('How is she doing at home?', 'nl')).toEqual(['ask-open-question']);
    expect(movesIn('Wat fijn dat u belt.', 'en')).toEqual(['appreciate']);
  });

  it('M29 composed and decomposed letters and curly quotes match alike', () => {
    const composed = 'Ik kan geen ide\u00ebn beloven die ik niet waarmaak.';

    expect(movesIn(composed.normalize('NFD'))).toEqual(movesIn(composed.normalize('NFC')));
    expect(movesIn('I don\u2019t have an answer yet.', 'en')).toEqual(movesIn("I don't have an answer yet.", 'en'));
  });
});

describe('any utterance', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'ik',
      'u',
      'maar',
      'niet',
      'dat',
      'boos',
      'morgen',
      '?',
      '.',
      ',',
      'Jelle',
      'you',
      'but',
      'how',
      '“',
      '”',
      '😡',
      'MDO',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  const utterance = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '));

  it('is read without an error, its evidence inside the text', () => {
    fc.assert(
      fc.property(utterance, fc.constantFrom(...LOCALES), (turn, locale) => {
        for (const { start, end, confidence } of recognizer.recognize(turn, locale)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(turn.length);
          expect(confidence).toBeGreaterThanOrEqual(0.5);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('gives the same moves every time', () => {
    fc.assert(
      fc.property(utterance, (turn) => {
        expect(recognizer.recognize(turn, 'nl')).toEqual(recognizer.recognize(turn, 'nl'));
      }),
      { numRuns: 30 },
    );
  });

  it('is empty when nothing is said', () => {
    expect(movesIn('')).toEqual([]);
    expect(movesIn(' \n\t\u200b')).toEqual([]);
  });

  it.each([
    ['100,000 a', 'a'.repeat(100_000)],
    ['10,000 spaces', ' '.repeat(10_000)],
    ['ij 5,000 times', 'ij'.repeat(5_000)],
    ['“ik hoor dat u” 5,000 times', 'ik hoor dat u '.repeat(5_000)],
    ['5,000 quotation marks', '"'.repeat(5_000)],
  ])(
    'L01 is read up to 4,000 characters: %s',
    (_, turn) => {
      const moves = recognizer.recognize(turn, 'nl');

      expect(Math.max(0, ...moves.map(({ end }) => end))).toBeLessThanOrEqual(4_000);
    },
    5_000,
  );

  it('L03 of 4,000 characters goes through every matcher', () => {
    const turn = 'Ik snap dat u boos bent maar morgen bel ik u met Jelle over het MDO hoe gaat het thuis '.repeat(50);

    expect(movesIn(turn.slice(0, 4_000))).toEqual(expect.arrayContaining(['ask-open-question', 'jargon']));
  }, 5_000);
});
