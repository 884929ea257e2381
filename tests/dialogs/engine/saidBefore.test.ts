import { describe, expect, it } from '@jest/globals';
import { saidBefore } from '../../../dialogs/engine/saidBefore.ts';

describe('a sentence was said before', () => {
  const earlier = ['Ik hoor dat u zich zorgen maakt om Noor.', 'Wat merkt u thuis?'];

  it.each([
    ['when it is the same', 'Wat merkt u thuis?'],
    ['when only signs and capitals differ', 'wat merkt u thuis'],
    ['when one word differs', 'Ik hoor dat u zich zorgen maakt over Noor.'],
  ])('%s', (_, utterance) => {
    expect(saidBefore(utterance, earlier)).toBe(true);
  });

  it.each([
    ['another question', 'Wat merkt u aan haar op maandag?'],
    ['no words at all', '…'],
    ['the empty sentence', ''],
  ])('but not %s', (_, utterance) => {
    expect(saidBefore(utterance, [...earlier, '', '…'])).toBe(false);
  });
});
