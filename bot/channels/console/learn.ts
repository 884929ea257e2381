import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeProblem } from '../../../content/contentError.ts';
import { loadContent } from '../../../content/load.ts';
import { moveModelFile } from '../../../content/loadMoveModels.ts';
import { fingerprintOf, readLabelledTurns } from '../../../content/readLabelledTurns.ts';
import { LOCALES } from '../../../content/schema/locale.ts';
import { createRecognizer } from '../../../dialogs/language/createRecognizer.ts';
import { createSights } from '../../../dialogs/language/model/createFeatures.ts';
import { learnMoveModel, placeMoves } from '../../../dialogs/language/model/learnMoveModel.ts';
import { encodeMoveModel } from '../../../dialogs/language/model/moveModel.ts';
import { runCommand } from './arguments.ts';

const CONTENT = join(import.meta.dirname, '../../../content');

/** `npm run learn [-- nl|en]`: learns anew from the labelled turns of both languages, or of one. */
await runCommand(async () => {
  const { lexicon } = loadContent(CONTENT);
  const rules = createRecognizer(lexicon);
  const [asked] = process.argv.slice(2);
  for (const locale of LOCALES.filter((one) => asked === undefined || one === asked)) {
    const { turns, problems } = readLabelledTurns(locale, CONTENT);
    if (problems.length > 0) throw new Error(problems.map(describeProblem).join('\n'));
    const { examples } = turns;
    const known = [...turns.known, ...turns.said.map((turn) => placeMoves(turn, locale, rules))];
    const sights = createSights(lexicon.locales[locale].words);
    const model = learnMoveModel({ examples, known }, locale, rules, sights);
    const stored = `${JSON.stringify(encodeMoveModel(model, fingerprintOf(turns)))}\n`;
    writeFileSync(join(CONTENT, moveModelFile(locale)), stored);
    process.stdout.write(
      `${locale}: ${examples.length} turns and ${known.length} known ones, ${Math.round(stored.length / 1000)} kB\n`,
    );
  }
});
