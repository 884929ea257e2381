import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '../../../content/load.ts';
import { moveModelFile } from '../../../content/loadMoveModels.ts';
import { readExamples } from '../../../content/readExamples.ts';
import { LOCALES } from '../../../content/schema/locale.ts';
import { createRecognizer } from '../../../dialogs/language/createRecognizer.ts';
import { createFeatures } from '../../../dialogs/language/model/createFeatures.ts';
import { learnMoveModel } from '../../../dialogs/language/model/learnMoveModel.ts';
import { encodeMoveModel } from '../../../dialogs/language/model/moveModel.ts';
import { runCommand } from './arguments.ts';

const CONTENT = join(import.meta.dirname, '../../../content');

await runCommand(async () => {
  const { lexicon } = loadContent(CONTENT);
  const rules = createRecognizer(lexicon);
  for (const locale of LOCALES) {
    const { examples, problems } = readExamples(locale, undefined, CONTENT);
    if (problems.length > 0) {
      const told = problems.map(({ file, line, why, fix }) => `${file}:${line} ${why} Fix: ${fix}`);
      throw new Error(told.join('\n'));
    }
    const model = learnMoveModel(examples, locale, rules, createFeatures(lexicon.locales[locale].words));
    const learnedFrom = createHash('sha256').update(JSON.stringify(examples)).digest('hex').slice(0, 16);
    const stored = `${JSON.stringify(encodeMoveModel(model, learnedFrom))}\n`;
    writeFileSync(join(CONTENT, moveModelFile(locale)), stored);
    process.stdout.write(`${locale}: ${examples.length} turns, ${Math.round(stored.length / 1000)} kB\n`);
  }
});
