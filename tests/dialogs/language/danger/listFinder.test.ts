import { describe, expect, it } from '@jest/globals';
import { readDangerFolder } from '../../../../content/readDangerExamples.ts';
import { LOCALES } from '../../../../content/schema/locale.ts';
import { contractionsOf } from '../../../../dialogs/language/compileLexicon.ts';
import { compileDanger } from '../../../../dialogs/language/danger/compileDanger.ts';
import { matchesOf } from '../../../../dialogs/language/danger/createDangerReader.ts';
import { createListFinder } from '../../../../dialogs/language/danger/createListFinder.ts';
import { createDangerTexts } from '../../../../dialogs/language/danger/dangerText.ts';
import { createWordKeys } from '../../../../dialogs/language/pattern/wordKeys.ts';
import { tokenize } from '../../../../dialogs/language/tokenize.ts';
import { theContent } from '../../../theContent.ts';

const { danger, lexicon } = theContent();
const compiled = compileDanger(danger, lexicon);
const contractions = contractionsOf(lexicon);

describe.each(LOCALES)('the lists that words are in, in %s', (locale) => {
  const keys = createWordKeys(lexicon.locales[locale].words.same, locale);
  const textOf = createDangerTexts(danger[locale], compiled[locale], { keys, known: new Set(), names: new Set() });
  const { lists } = compiled[locale];
  const texts = readDangerFolder(locale)
    .filter((_, at) => at % 50 === 0)
    .map(({ text }) => textOf(tokenize(text, contractions)));

  it('are those that would be found by trying each list at each word', () => {
    const find = createListFinder(lists);

    for (const { field, tokens } of texts) {
      const found = find(field).map((some) => new Set(some));

      const tried = tokens.map(() => new Set<number>());
      lists.forEach((list, number) => {
        for (const { from } of matchesOf([list], field, { from: 0, to: tokens.length })) tried[from]?.add(number);
      });
      expect(found).toEqual(tried);
    }
  });
});
