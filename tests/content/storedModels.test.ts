import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadContent } from '../../content/load.ts';
import { loadDangerModels, loadMoveModels } from '../../content/loadModels.ts';
import { readDangerFolder } from '../../content/readDangerExamples.ts';
import { fingerprintOfDanger } from '../../content/readDangerLessons.ts';
import { fingerprintOf, readLabelledTurns } from '../../content/readLabelledTurns.ts';
import { LOCALES } from '../../content/schema/locale.ts';

const root = join(import.meta.dirname, '../../content');
const models = loadMoveModels(root);
const dangerModels = loadDangerModels(root);
const { danger } = loadContent();

describe('the stored models', () => {
  it.each(LOCALES)('belong to the present turns in %s ("npm run learn" renews them)', (locale) => {
    const { turns } = readLabelledTurns(locale);

    expect(models[locale]?.learnedFrom).toBe(fingerprintOf(turns));
  });
});

describe('the stored models of danger', () => {
  it.each(LOCALES)('belong to the present phrasings in %s ("npm run learn -- danger" renews them)', (locale) => {
    const lessons = { examples: readDangerFolder(locale) };

    expect(dangerModels[locale]?.learnedFrom).toBe(fingerprintOfDanger(lessons, danger[locale]));
  });
});

describe('the fingerprint of labelled turns', () => {
  const example = { locale: 'nl', file: 'a-1.txt', line: 1, talk: '', text: 'Ach.', spans: [], unlike: null } as const;
  const turns = { examples: [example], known: [], said: [] };

  it('is the same for the same turns', () => {
    expect(fingerprintOf(structuredClone(turns))).toBe(fingerprintOf(turns));
  });

  it('is another as soon as one label is another', () => {
    const relabelled = { ...example, spans: [{ move: 'minimise', start: 0, end: 4 }] as const };

    expect(fingerprintOf({ ...turns, examples: [relabelled] })).not.toBe(fingerprintOf(turns));
  });
});
