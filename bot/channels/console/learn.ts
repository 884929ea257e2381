import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { knownTurns } from '../../../content/knownTurns.ts';
import { loadContent } from '../../../content/load.ts';
import { moveModelFile } from '../../../content/loadMoveModels.ts';
import { readExamples } from '../../../content/readExamples.ts';
import { LOCALES } from '../../../content/schema/locale.ts';
import { readWorkbenchFiles } from '../../../content/workbenchFiles.ts';
import { createRecognizer } from '../../../dialogs/language/createRecognizer.ts';
import { createFeatures } from '../../../dialogs/language/model/createFeatures.ts';
import { learnMoveModel, placeMoves } from '../../../dialogs/language/model/learnMoveModel.ts';
import { encodeMoveModel } from '../../../dialogs/language/model/moveModel.ts';
import { runCommand } from './arguments.ts';

const CONTENT = join(import.meta.dirname, '../../../content');

await runCommand(async () => {
  const { lexicon } = loadContent(CONTENT);
  const rules = createRecognizer(lexicon);
  const { files: workbench } = readWorkbenchFiles(CONTENT);
  for (const locale of LOCALES) {
    const { examples, problems: wrong } = readExamples(locale, 'moves/examples', CONTENT);
    const single = readExamples(locale, 'moves/known', CONTENT);
    const problems = [...wrong, ...single.problems];
    if (problems.length > 0) {
      const told = problems.map(({ file, line, why, fix }) => `${file}:${line} ${why} Fix: ${fix}`);
      throw new Error(told.join('\n'));
    }
    const said = knownTurns(workbench, locale).map((turn) => placeMoves(turn, locale, rules));
    const known = [...single.examples, ...said];
    const features = createFeatures(lexicon.locales[locale].words);
    const model = learnMoveModel({ examples, known }, locale, rules, features);
    const learnedFrom = createHash('sha256')
      .update(JSON.stringify([examples, known]))
      .digest('hex')
      .slice(0, 16);
    const stored = `${JSON.stringify(encodeMoveModel(model, learnedFrom))}\n`;
    writeFileSync(join(CONTENT, moveModelFile(locale)), stored);
    process.stdout.write(
      `${locale}: ${examples.length} turns and ${known.length} known ones, ${Math.round(stored.length / 1000)} kB\n`,
    );
  }
});
