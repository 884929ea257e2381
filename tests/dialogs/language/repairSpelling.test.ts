import { describe, expect, it } from '@jest/globals';
import type { Locale } from '../../../content/schema/locale.ts';
import { analyse } from '../../../dialogs/language/analyse.ts';
import { createSpellingRepair } from '../../../dialogs/language/repairSpelling.ts';
import { theContent } from '../../theContent.ts';
import { recognizer } from './lexicon.ts';

const { grammars } = recognizer;
const { models } = theContent();
const repair = createSpellingRepair(
  { nl: models.nl?.vocabulary.split(' '), en: models.en?.vocabulary.split(' ') },
  grammars,
);

/** The words as the recognizer takes them. */
function readAs(text: string, locale: Locale = 'nl'): string {
  const { tokens } = analyse(text, locale, ['Noor'], grammars, repair);
  return tokens.map(({ form }) => form).join(' ');
}

describe('spelling', () => {
  it.each([
    ['ik merk dat u teleurgestedl bent', 'teleurgesteld'],
    ['ik merk dat u teleurgestld bent', 'teleurgesteld'],
    ['ik merk dat u teleurgestteld bent', 'teleurgesteld'],
  ])('is put right where a finger slipped: %s', (text, meant) => {
    expect(readAs(text)).toContain(meant);
  });

  it('is put right in the language of the sentence', () => {
    expect(readAs('you must be really upsset about it', 'en')).toContain('upset');
  });

  it('leaves the places of the words as they were', () => {
    const { tokens } = analyse('u bent teleurgestteld', 'nl', [], grammars, repair);

    expect(tokens.map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [2, 6],
      [7, 21],
    ]);
  });

  it('keeps a word that is known in either language', () => {
    expect(readAs('ze vond de game echt cool en haar friend ook')).toContain('friend');
  });

  it('keeps a name with a capital inside its sentence', () => {
    expect(readAs('Ik sprak daarna met Geluke en Thuys.')).toBe('ik sprak daarna met geluke en thuys');
  });

  it('keeps a first name in small letters', () => {
    expect(readAs('ik sprak met finn en met noor')).toBe('ik sprak met finn en met noor');
  });

  it('keeps numbers and very short words', () => {
    expect(readAs('om 15u30 in b4 xq')).toBe('om 15u30 in b4 xq');
  });

  it.each([
    ['German', 'meine tochter weint jeden abend und möchte nicht mehr zur schule'],
    ['Polish', 'moja córka nie chce chodzić do szkoły bo się boi'],
    ['Turkish', 'çocuğum okulda çok mutsuz ve ağlıyor'],
    ['Spanish', 'mi hija llora todas las noches y no quiere ir al colegio'],
  ])('does not turn %s into Dutch', (_, text) => {
    const plain = analyse(text, 'nl', [], grammars).tokens.map(({ form }) => form);

    expect(readAs(text)).toBe(plain.join(' '));
  });

  it('stays as it is where no vocabulary was learned', () => {
    const none = createSpellingRepair({ nl: undefined, en: undefined }, grammars);
    const { tokens } = analyse('ik merk dat u teleurgestedl bent', 'nl', [], grammars, none);

    expect(tokens.map(({ form }) => form)).toContain('teleurgestedl');
  });
});
