import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readDangerFolder } from '../../../../content/readDangerExamples.ts';
import { readLabelledTurns } from '../../../../content/readLabelledTurns.ts';
import { DANGERS } from '../../../../content/schema/danger.ts';
import { LOCALES } from '../../../../content/schema/locale.ts';
import { readWorkbenchFiles } from '../../../../content/workbenchFiles.ts';
import { type DangerSetScore, measureDanger } from '../../../eval/measureDanger.ts';
import { scoreDanger } from '../../../eval/scoreDanger.ts';
import { content, findDanger } from './detector.ts';

const root = join(import.meta.dirname, '../../../..');
/** Of both languages at once. */
let unseen: readonly DangerSetScore[] | undefined;

describe.each(LOCALES)('danger in many wordings, in %s', (locale) => {
  const examples = readDangerFolder(locale);

  it('has forty phrasings of each kind, and as many look-alikes as dangers', () => {
    const many = (kind: string) => examples.filter((example) => example.kind === kind).length;

    for (const kind of DANGERS) expect(many(kind)).toBeGreaterThanOrEqual(40);
    expect(many('none')).toBeGreaterThanOrEqual(120);
  });

  it('is found in nearly all phrasings that its patterns were made with', () => {
    const own = examples.filter(({ writer }) => writer === 'many-voices');

    const { recall, falseAlarms } = scoreDanger(own, findDanger);

    expect(recall).toBeGreaterThanOrEqual(0.98);
    expect(falseAlarms).toBeLessThanOrEqual(0.04);
  });

  it('is found in most phrasings that it learned from', () => {
    const some = examples.filter((_, at) => at % 9 === 0);

    const { recall, falseAlarms } = scoreDanger(some, findDanger);

    expect(recall).toBeGreaterThanOrEqual(0.75);
    expect(falseAlarms).toBeLessThanOrEqual(0.08);
  });

  it('is found in phrasings it was not made with, and seldom where there is none', () => {
    unseen ??= measureDanger(join(root, 'tests/eval/danger'), findDanger);

    for (const { recall, falseAlarms } of unseen.filter((set) => set.locale === locale)) {
      expect(recall).toBeGreaterThanOrEqual(0.9);
      expect(falseAlarms).toBeLessThanOrEqual(0.1);
    }
  });

  it('is hardly ever seen in what teachers say to parents', () => {
    const { examples: turns, known } = readLabelledTurns(locale).turns;
    const said = [...turns, ...known].filter((_, at) => at % 15 === 0).map(({ text }) => text);

    const stopped = said.filter((text) => findDanger(text, true) !== null);

    expect(stopped.length / said.length).toBeLessThan(0.008);
  });

  it('is never seen in a golden talk, nor in what is said in any scenario', () => {
    const golden = readWorkbenchFiles(join(root, 'content')).files.goldenTalks;
    const said = golden
      .filter(({ data }) => data.locale === locale)
      .flatMap(({ data }) => data.talk.map(({ say }) => say));
    const tips = content.tips.flatMap(({ say }) => say.map(({ text }) => text[locale]));

    const stopped = [...said, ...tips].filter((text) => findDanger(text ?? '') !== null);

    expect(stopped).toEqual([]);
  });
});
