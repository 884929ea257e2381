import { describe, expect, it } from '@jest/globals';
import { messageSentences } from '../../../dialogs/answering/messageSentences.ts';
import { createWordsAbout } from '../../../dialogs/answering/wordsAbout.ts';

const both = (...words: string[]) => ({ nl: words, en: words });
const about = createWordsAbout(
  { words: { law: both('advocaat*', 'hogere instantie'), ill: both('ziek', 'niet lekk*') } },
  'nl',
);

describe('what words are about', () => {
  it.each([
    [['een', 'advocatenkantoor'], []],
    [['de', 'advocaatkosten'], ['law']],
    [['een', 'hogere', 'instantie'], ['law']],
    [['hogere', 'en', 'instantie'], []],
    [['ziekte'], []],
    [['ziek', 'en', 'niet', 'lekker'], ['ill']],
    [
      ['advocaat', 'is', 'ziek'],
      ['law', 'ill'],
    ],
  ])('in %j is %j', (words, things) => {
    expect([...about(words)]).toEqual(things);
  });
});

describe('the sentences of a message', () => {
  it.each([
    ['Dag juf. Hoe gaat het?\nGroetjes', ['Dag juf.', 'Hoe gaat het?', 'Groetjes']],
    ['Wat?! Echt…  ja', ['Wat?!', 'Echt…', 'ja']],
    ['', []],
  ])('of %j are %j', (message, sentences) => {
    expect(messageSentences(message)).toEqual(sentences);
  });

  it('are stretches where somebody writes on without marks', () => {
    const stretches = messageSentences('en toen weer '.repeat(40));

    expect(stretches.length).toBeGreaterThan(3);
    expect(Math.max(...stretches.map((stretch) => stretch.split(' ').length))).toBeLessThan(49);
  });
});
