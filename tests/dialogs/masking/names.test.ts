import { describe, expect, it } from '@jest/globals';
import { masked } from './mask.ts';

const named: readonly (readonly [why: string, typed: string, kept: string])[] = [
  ['a listed name', 'Fatima heeft Sem geduwd.', '[naam] heeft [naam] geduwd.'],
  ['small letters', 'fatima zei dat daan begon', '[naam] zei dat [naam] begon'],
  ['a genitive', 'Daans moeder belde, en Fatima’s vader ook.', '[naam] moeder belde, en [naam]’s vader ook.'],
  ['an old genitive', "Sem z'n vader was boos.", "[naam] z'n vader was boos."],
  ['a surname behind it', 'Emma van den Berg zit in groep 6.', '[naam] zit in groep 6.'],
  ['a surname with initials', 'J. de Boer is de vader.', '[naam] is de vader.'],
  ['a title', 'Mevrouw El Amrani, dag meneer Bakker.', 'Mevrouw [naam], dag meneer [naam].'],
  ['a title in small letters', 'meneer de vries appte mij', 'meneer [naam] appte mij'],
  ['a colleague', 'Juf Marloes en meester Kees waren erbij.', 'Juf [naam] en meester [naam] waren erbij.'],
  ['one letter', 'Leerling K. uit groep 7 slaat.', 'Leerling [naam]. uit groep 7 slaat.'],
  ['on no list, in a name’s place', 'Er is een jongen die Zywxq heet.', 'Er is een jongen die [naam] heet.'],
  ['on no list, acting', 'Zywxq sloeg hem.', '[naam] sloeg hem.'],
  ['on no list, in a sentence', 'Ik sprak gisteren Xyraldo nog.', 'Ik sprak gisteren [naam] nog.'],
  ['on no list, small letters', 'mijn zoon zywxq durft niet', 'mijn zoon [naam] durft niet'],
  [
    'a word that is a name here',
    'Vandaag heeft Roos naast Mees gezeten.',
    'Vandaag heeft [naam] naast [naam] gezeten.',
  ],
  ['a full name', 'Zywxq Testkind zat in de hoek.', '[naam] zat in de hoek.'],
  ['joined to a name', 'Noor en Zywxq spelen.', 'Noor en [naam] spelen.'],
  ['two names in one', 'Anne-Fleur huilt.', '[naam] huilt.'],
];

const nobody: readonly (readonly [why: string, words: string])[] = [
  ['the child of the scenario', 'Ik zie dat Noor en Sam samen spelen, en Noors tas lag er.'],
  ['a word that is a name elsewhere', 'De roos bloeit, ik ben boos en er komt storm.'],
  ['a place', 'Kunt u dinsdag naar Zwolle of Antwerpen komen?'],
  ['months and feasts', 'In mei en juni, na Pasen en het Suikerfeest.'],
  ['a saint', 'Wij zijn de Sint Jan en gaan naar Sint Martinus.'],
  ['brands and school words', 'Het staat op Parro, in ParnasSys en op WhatsApp; de IB’er weet het van Cito.'],
  ['sources', 'Munniksma schreef over KiVa, ook op Entree.'],
  ['the school', 'Onze school De Regenboog ligt aan zee.'],
  ['the first word of a sentence', 'Begrijpelijk dat u schrikt. Zullen we even gaan zitten?'],
  ['God', 'God zij dank.'],
  ['a story', 'Ze leest Pluk van de Petteflat.'],
  ['a short form', 'Haar RT-niveau op de AVI is goed.'],
  ['an inverted sentence', 'Dan zegt ze niets, en straks huilt ze.'],
];

const english: readonly (readonly [why: string, typed: string, kept: string])[] = [
  ['a verb that is a name', 'Will you come? I hope so. Mark my words.', 'Will you come? I hope so. Mark my words.'],
  ['a name that is a verb', 'Will said that Grace hit Mark.', '[name] said that [name] hit [name].'],
  ['a month that is a name', 'In May we go to London.', 'In May we go to London.'],
  ['a title', "Mrs O'Connor rang.", 'Mrs [name] rang.'],
  ['a possessive', "Priya's mum came.", "[name]'s mum came."],
  ['a family', 'The Kuijpers family moved.', 'The [name] family moved.'],
];

describe('a name in what a teacher types', () => {
  it.each(named)('is masked: %s', (_why, typed, kept) => {
    expect(masked(typed)).toBe(kept);
  });

  it.each(nobody)('is none, and stays: %s', (_why, words) => {
    expect(masked(words)).toBe(words);
  });

  it.each(english)('is told from other words in English: %s', (_why, typed, kept) => {
    expect(masked(typed, 'en')).toBe(kept);
  });

  it('stays when it is known, and not when a surname makes it somebody else', () => {
    expect(masked('Sam de Groot belde, en Sam ook.')).toBe('[naam] belde, en Sam ook.');
  });

  it('stays when the teacher wants it left in', () => {
    expect(masked('Hij bouwt met Blokkio.', 'nl', ['blokkio'])).toBe('Hij bouwt met Blokkio.');
  });

  it('is masked once: what is masked already stays as it is', () => {
    const once = masked('De moeder van Fatima van den Berg belde met 06-12345678.');

    expect(masked(once)).toBe(once);
  });
});
