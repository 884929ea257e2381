import { describe, expect, it } from '@jest/globals';
import { createRecognizer } from '../../../../dialogs/language/createRecognizer.ts';
import { createFeatures } from '../../../../dialogs/language/model/createFeatures.ts';
import { features, lexicon, rules } from './lessons.ts';

function seenIn(text: string, see = features, recognizer = rules): readonly number[] {
  const analysis = recognizer.analyse(text, 'nl');
  return [...see(analysis, { from: 0, to: analysis.tokens.length })].sort((a, b) => a - b);
}

describe('what the word model sees', () => {
  it('is the same whether there are cues or none', () => {
    const { nl, en } = lexicon.locales;
    const withoutCues = createRecognizer({ ...lexicon, locales: { nl: { ...nl, cues: [] }, en: { ...en, cues: [] } } });
    const text = 'Ik begrijp dat u boos bent, maar zo erg was het niet. Wat merkt u thuis?';

    expect(seenIn(text, features, withoutCues)).toEqual(seenIn(text));
  });

  it('is the same for u, jij and ge, but for the letters', () => {
    const inPairs = createFeatures(lexicon.locales.nl.words, ['stems', 'pairs', 'opening']);

    expect(seenIn('Dat weet jij.', inPairs)).toEqual(seenIn('Dat weet u.', inPairs));
    expect(seenIn('Dat weet ge.', inPairs)).toEqual(seenIn('Dat weet u.', inPairs));
  });

  it('is the same for any name of another child', () => {
    expect(seenIn('Daar zat Jelle bij.')).toEqual(seenIn('Daar zat Fatima bij.'));
  });

  it('is the same for Noor and for Sam', () => {
    expect(seenIn('Daar zat Noor bij.')).toEqual(seenIn('Daar zat Sam bij.'));
  });

  it('shares most of a word with its misspelling', () => {
    const meant = new Set(seenIn('teleurgesteld'));

    const shared = seenIn('teleurgestelt').filter((bucket) => meant.has(bucket));

    expect(shared.length).toBeGreaterThan(meant.size / 2);
  });

  it('differs when the order of the words does', () => {
    expect(seenIn('Heeft hij dat gezegd?')).not.toEqual(seenIn('Dat heeft hij gezegd?'));
  });

  it('counts each thing once', () => {
    const seen = seenIn('nee nee nee nee nee');

    expect(new Set(seen).size).toBe(seen.length);
  });
});
