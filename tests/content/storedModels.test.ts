import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadMoveModels } from '../../content/loadMoveModels.ts';
import { fingerprintOf, readLabelledTurns } from '../../content/readLabelledTurns.ts';
import { LOCALES } from '../../content/schema/locale.ts';

const models = loadMoveModels(join(import.meta.dirname, '../../content'));

describe('the stored models', () => {
  it.each(LOCALES)('belong to the present turns in %s ("npm run learn" renews them)', (locale) => {
    const { turns } = readLabelledTurns(locale);

    expect(models[locale]?.learnedFrom).toBe(fingerprintOf(turns));
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
