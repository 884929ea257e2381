import { describe, expect, it } from '@jest/globals';
import { seenBy } from '../../../dialogs/toolbox/seenBy.ts';
import { content } from '../chat.ts';

const step = content.toolbox.find(({ id }) => id === 'signals')?.walk?.steps.find(({ id }) => id === 'sleep');
const read = (words: string) => (step ? seenBy(step, { words }) : undefined);

describe('who sees a signal', () => {
  it.each([
    ['thuis, sinds de herfst', false, true],
    ['Thuis sinds de vakantie', false, true],
    ['thuis: wil niet naar school', false, true],
    ['school en thuis, al weken', true, true],
    ['allebei, maar thuis meer', true, true],
    ['school, vooral op maandag', true, false],
    ['home, since the holidays', false, true],
    ['both, but not every day', true, true],
  ])('is read from “%s”, and the words are kept', (words, school, home) => {
    expect(read(words)).toEqual({ school, home, note: words });
  });

  it('is left open when the words do not say who', () => {
    expect(read('wisselt erg')).toEqual({ school: false, home: false, note: 'wisselt erg' });
  });
});
