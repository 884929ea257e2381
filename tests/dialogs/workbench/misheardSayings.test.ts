import { describe, expect, it } from '@jest/globals';
import { misheardSayings } from '../../../dialogs/workbench/misheardSayings.ts';
import { theLanguage } from '../../theContent.ts';
import { content } from '../chat.ts';

const { recognizer } = theLanguage(content);

describe('what a tip gives to say', () => {
  it('is never heard as something to avoid', () => {
    expect(misheardSayings(content.tips, recognizer)).toEqual([]);
  });

  it('is found, with its place, when it would be', () => {
    const [tip] = content.tips;
    if (!tip) throw new Error('there is no tip');
    const text = { nl: 'Ach, het valt allemaal wel mee.', en: "Oh, I'm sure it's not that bad." };
    const broken = { ...tip, say: [...tip.say.slice(0, 1), { moment: 'opening' as const, text }], example: [] };

    const found = misheardSayings([broken], recognizer);

    expect(found).toContainEqual({ tip: tip.id, part: 'say', index: 1, locale: 'nl', move: 'minimise' });
    expect(found).toContainEqual({ tip: tip.id, part: 'say', index: 1, locale: 'en', move: 'minimise' });
  });
});
