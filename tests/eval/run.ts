import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadContent } from '../../content/load.ts';
import { readExamples } from '../../content/readExamples.ts';
import type { Example } from '../../content/schema/example.ts';
import { LOCALES, type Locale } from '../../content/schema/locale.ts';
import { MOVES } from '../../content/schema/move.ts';
import { createLanguage } from '../../dialogs/language/createLanguage.ts';
import { createRecognizer } from '../../dialogs/language/createRecognizer.ts';
import { NOISES } from './noises.ts';
import { f1Of, type MoveScore, scoreMoves } from './scoreMoves.ts';

const content = loadContent();
const rules = createRecognizer(content.lexicon);
const { recognizer } = createLanguage(content);

const rows: Record<string, MoveScore> = {};
for (const locale of LOCALES) {
  const { examples } = readExamples(locale, 'sets', import.meta.dirname);
  const sets = Map.groupBy(examples, ({ file }) => file.replace(/^.*\/(.*)\.txt$/, '$1'));
  for (const [name, set] of sets) {
    rows[`${locale} ${name}`] = score(set, locale, recognizer.recognize);
    rows[`${locale} ${name}, cues alone`] = score(set, locale, rules.recognize);
    if (name !== 'by-label') continue;
    for (const { name: noise, locales, change } of NOISES) {
      if (!locales.includes(locale)) continue;
      rows[`${locale} ${name}, ${noise}`] = score(
        set.map((one) => ({ ...one, ...change(one, locale) })),
        locale,
        recognizer.recognize,
      );
    }
  }
}
print(rows);
await mkdir('.data/reports', { recursive: true });
await writeFile(join('.data/reports', 'eval.json'), `${JSON.stringify(rows, null, 2)}\n`);

function score(set: readonly Example[], locale: Locale, recognize: typeof recognizer.recognize): MoveScore {
  return scoreMoves(set.map(({ text, spans }) => ({ text, gold: spans, found: recognize(text, locale) })));
}

function print(scores: Readonly<Record<string, MoveScore>>): void {
  const figure = (value: number) => value.toFixed(2).padStart(6);
  process.stdout.write(`${''.padEnd(48)} macro  micro   span  empty severe  exact  worst\n`);
  for (const [name, one] of Object.entries(scores)) {
    const figures = [one.macroF1, one.microF1, one.spanF1, one.noneEmpty, one.severe, one.exact].map(figure).join(' ');
    process.stdout.write(`${name.padEnd(48)}${figures}  ${one.worst.move} ${one.worst.f1.toFixed(2)}\n`);
  }
  for (const locale of LOCALES) {
    const one = scores[`${locale} by-label`];
    if (!one) continue;
    process.stdout.write(`\n${locale}, by label: F1, precision, recall\n`);
    for (const move of MOVES) {
      const counts = one.perMove[move];
      const precision = counts.right / (counts.right + counts.wrong || 1);
      const recall = counts.right / (counts.right + counts.missed || 1);
      process.stdout.write(`  ${move.padEnd(26)}${[f1Of(counts), precision, recall].map(figure).join(' ')}\n`);
    }
  }
}
