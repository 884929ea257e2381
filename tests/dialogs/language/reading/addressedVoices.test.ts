import { describe, expect, it } from '@jest/globals';
import type { Locale } from '../../../../content/schema/locale.ts';
import { addressedVoices } from '../../../../dialogs/language/reading/addressedVoices.ts';

const voices = [
  {
    id: 'mother',
    name: { nl: 'Moeder', en: 'Mother' },
    firstName: 'Ilse',
    called: { nl: ['mevrouw', 'als moeder', 'jullie allebei'], en: ['as her mum', 'both of you'] },
  },
  {
    id: 'father',
    name: { nl: 'Vader', en: 'Father' },
    firstName: 'Jeroen',
    called: { nl: ['meneer', 'als vader', 'jullie allebei'], en: ['as her dad', 'both of you'] },
  },
];

describe('to whom a teacher turns', () => {
  it.each<readonly [Locale, string, readonly string[]]>([
    ['nl', 'Mevrouw, wat merkt u daarvan?', ['mother']],
    ['nl', 'En u, meneer?', ['father']],
    ['nl', 'Wat merkt u daarvan, Jeroen?', ['father']],
    ['nl', 'Ilse, wat vindt u van wat Jeroen zegt?', ['mother']],
    ['nl', 'Hoe is dat voor u als vader?', ['father']],
    ['nl', 'Ilse en Jeroen, fijn dat jullie er zijn.', ['mother', 'father']],
    ['nl', 'Wat kunnen jullie allebei doen?', ['mother', 'father']],
    ['en', 'And what about you as her dad?', ['father']],
    ['en', 'Thank you, Ilse.', ['mother']],
    ['en', 'Ilse, what do you make of what Jeroen says?', ['mother']],
  ])('is heard in %s: "%s"', (locale, utterance, expected) => {
    expect(addressedVoices(utterance, voices, locale)).toEqual(expected);
  });

  it.each<readonly [Locale, string]>([
    ['nl', 'Hoe slaapt ze bij Jeroen thuis?'],
    ['nl', 'Wat zegt haar moeder daarvan?'],
    ['nl', 'Meneertje Koekepeer is haar knuffel.'],
    ['en', 'How does she sleep at Ilse’s house?'],
  ])('is nobody when somebody is only spoken of, in %s: "%s"', (locale, utterance) => {
    expect(addressedVoices(utterance, voices, locale)).toEqual([]);
  });
});
