import { describe, expect, it } from '@jest/globals';
import { createTexts } from '../../../dialogs/texts.ts';
import { readTipRequest } from '../../../dialogs/tips/tipRequest.ts';
import { content } from '../chat.ts';

const parts = { content, texts: createTexts(content.messages) };
const whole = { moment: null, page: 0, isSource: false };

describe('what stands behind the word tip', () => {
  it.each([
    ['', { tip: null, ...whole }],
    ['3', { tip: 'name-expertise', ...whole }],
    ['be-reachable', { tip: 'be-reachable', ...whole }],
    ['wees duidelijk, eerlijk en realistisch', { tip: 'clear-honest-realistic', ...whole }],
    ['appeal to parents’ own part', { tip: 'appeal-to-responsibility', ...whole }],
    ['3 verhit', { tip: 'name-expertise', ...whole, moment: 'heated' }],
    ['3 heated 2', { tip: 'name-expertise', ...whole, moment: 'heated', page: 1 }],
    ['toon begrip schriftelijk', { tip: 'show-understanding', ...whole, moment: 'in-writing' }],
    ['stil', { tip: null, ...whole, moment: 'silent' }],
    ['4 bron', { tip: 'appeal-to-responsibility', ...whole, isSource: true }],
    ['8', { tip: 'unknown', ...whole }],
  ])('is read in either language: "%s"', (argument, request) => {
    expect(readTipRequest(parts, argument)).toEqual(request);
  });

  it.each(['hoe stel ik een moeder gerust', 'van mij is dat u even praat', '3 of 4', '3 heated now', 'heated heated'])(
    'is left alone when it is something else: "%s"',
    (argument) => {
      expect(readTipRequest(parts, argument)).toBeNull();
    },
  );
});
