import { describe, expect, it } from '@jest/globals';
import { found, masked } from './mask.ts';

const numbers: readonly (readonly [kind: string, typed: string])[] = [
  ['phone', '06-12345678'],
  ['phone', '06 12 34 56 78'],
  ['phone', '+31 (0)6 1234 5678'],
  ['phone', '020 123 45 67'],
  ['phone', '(038) 421 12 34'],
  ['phone', '0475 12 34 56'],
  ['phone', '+32 475 12 34 56'],
  ['phone', '09 221 12 34'],
  ['phone', '07700 900123'],
  ['phone', '+48 512 345 678'],
  ['email', 'j.de-vries+klas@obs.dezon.nl'],
  ['bsn', '111222333'],
  ['bsn', '1112.22.333'],
  ['bsn', '111 222 333'],
  ['bsn', '85.07.30-033.28'],
  ['bsn', '85073003328'],
  ['iban', 'NL91ABNA0417164300'],
  ['iban', 'NL91 ABNA 0417 1643 00'],
  ['iban', 'BE68 5390 0754 7034'],
  ['iban', 'gb29nwbk60161331926819'],
  ['address', 'Kerkstraat 12'],
  ['address', 'Burgemeester van Tuyllkade 102-2'],
  ['address', 'Laan van Meerdervoort 210'],
  ['address', 'oude gracht 195a'],
  ['address', 'Dorpsstraat 5, 3512 JC Utrecht'],
  ['address', '14 Elm Grove'],
  ['address', '3512 JC'],
];

const others: readonly (readonly [why: string, words: string])[] = [
  ['a date', 'Hij is geboren op 03-11-2018 en begon op 01-09-2022.'],
  ['a date with a time', 'Afspraak: 12-06-2026 10:30 uur.'],
  ['a number of a service', 'Bel 112, Veilig Thuis 0800-2000 of 0900 1234.'],
  ['nine digits that fail the check', 'Het nummer 111222334 klopt niet.'],
  ['an account number that fails the check', 'NL92ABNA0417164300 klopt niet.'],
  ['groups and numbers of children', 'Groep 7 heeft 24 kinderen en groep 8 26.'],
  ['something counted', 'Op het plein 3 keer, onderweg 2 uur.'],
  ['a year and a word', 'In 2024 is dat begonnen.'],
  ['money and marks', 'Het kost 12,50 en hij haalde een 7,5.'],
];

describe('a number in what a teacher types', () => {
  it.each(numbers)('is masked as %s: %s', (kind, typed) => {
    expect(found(`Dit is ${typed}, dank u.`)).toEqual([`${kind}: ${typed}`]);
  });

  it.each(others)('is nobody’s, and stays: %s', (_why, words) => {
    expect(masked(words)).toBe(words);
  });

  it('is masked beside other numbers', () => {
    expect(masked('Groep 5 06-12345678, bsn 111222333 en j@school.nl.')).toBe(
      'Groep 5 [telefoon], bsn [BSN] en [e-mail].',
    );
  });
});
