import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createLanguage } from '../../dialogs/language/createLanguage.ts';
import { decodeMoveModel } from '../../dialogs/language/model/moveModel.ts';
import { theContent } from '../theContent.ts';
import { ablationsOf } from './ablations.ts';
import type { Recognize } from './composeRecognizer.ts';
import { readSets } from './readSets.ts';

const content = theContent();
const sets = readSets(join(import.meta.dirname, 'sets')).filter(({ name }) => name === 'by-label');

describe.each(sets)('the parts of the recognizer ($locale)', ({ locale, turns }) => {
  const stored = content.models[locale];
  const ablations = stored ? ablationsOf(content.lexicon, locale, decodeMoveModel(stored)) : [];
  const without = (name: string) => ablations.find((ablation) => ablation.name === name)?.recognize;
  const movesOf = (recognize: Recognize | undefined) =>
    turns
      .filter((_, at) => at % 3 === 0)
      .map(({ text }) =>
        recognize?.(text, locale)
          .map(({ move, start, end }) => `${move} ${start}-${end}`)
          .toSorted(),
      );

  it('find together what the product finds', () => {
    const { recognize } = createLanguage(content).recognizer;

    const composed = movesOf(without('everything'));

    expect(composed).toEqual(movesOf(recognize));
  });

  it.each(['cues alone, without rules', 'without the judge', 'without own thresholds'])(
    'find something else with one left out: %s',
    (name) => {
      expect(movesOf(without(name))).not.toEqual(movesOf(without('everything')));
    },
  );
});
