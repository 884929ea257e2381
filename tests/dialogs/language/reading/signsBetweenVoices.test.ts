import { describe, expect, it } from '@jest/globals';
import type { Locale } from '../../../../content/schema/locale.ts';
import { createReader } from '../../../../dialogs/language/createReader.ts';
import { theContent } from '../../../theContent.ts';
import { recognizer } from '../lexicon.ts';

const { scenarios } = theContent();
const together = scenarios.find(({ voices }) => voices?.some(({ firstName }) => firstName === 'Ilse'));
const alone = scenarios.find(({ voices }) => voices === undefined);
if (!together || !alone) throw new Error('there is no scenario to test with');

const reader = createReader(recognizer);
const read = (utterance: string, locale: Locale) => reader.read(utterance, together, locale);

describe('what words show of one voice to another', () => {
  it.each<[string, Locale, string]>([
    ['takes-sides', 'nl', 'Eerlijk gezegd, Jeroen, vind ik dat Ilse hier gelijk heeft.'],
    ['takes-sides', 'nl', 'Ilse doet nou eenmaal al het werk.'],
    ['takes-sides', 'en', 'From what I see, Ilse is the one doing all the work.'],
    ['takes-sides', 'en', 'It comes down to Jeroen, I think.'],
    ['passes-on', 'nl', 'Ilse vertelde me aan de telefoon dat u vaak te laat bent.'],
    ['passes-on', 'nl', 'Ik hoorde van Ilse dat je de gymtas vergeet.'],
    ['passes-on', 'en', 'Ilse told me last week that you keep forgetting the gym bag.'],
  ])('is %s (%s): %s', (sign, locale, utterance) => {
    expect(read(utterance, locale).signs).toContain(sign);
  });

  it.each<[Locale, string]>([
    ['nl', 'Ik ben hier niet om te zeggen wie gelijk heeft, Ilse of Jeroen.'],
    ['nl', 'Ilse zei net dat ze moe is.'],
    ['nl', 'Noor vertelde me dat ze graag zwemt.'],
    ['en', "I'm not here to say who's right, Ilse or Jeroen."],
    ['en', 'As Ilse just said, the mornings are hard.'],
  ])('is nothing (%s): %s', (locale, utterance) => {
    const { signs } = read(utterance, locale);

    expect(signs).not.toContain('takes-sides');
    expect(signs).not.toContain('passes-on');
  });

  it('is said to the one it is not about', () => {
    expect(read('Ilse doet nou eenmaal al het werk.', 'nl').addressed).toEqual(['father']);
  });

  it('leaves no room for kindness in the same words', () => {
    const { moves } = read('I have to say, from what I see, Ilse is the one doing all the work.', 'en');

    expect(moves.map(({ move }) => move)).not.toContain('show-understanding');
  });

  it('is never found where the parent is alone', () => {
    expect(reader.read('Ilse heeft gewoon gelijk.', alone, 'nl').signs).not.toContain('takes-sides');
  });
});
