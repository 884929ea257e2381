import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeProblem } from '../../../content/contentError.ts';
import { loadContent } from '../../../content/load.ts';
import { dangerModelFile, moveModelFile } from '../../../content/loadModels.ts';
import { fingerprintOfDanger, readDangerLessons } from '../../../content/readDangerLessons.ts';
import { fingerprintOf, readLabelledTurns } from '../../../content/readLabelledTurns.ts';
import type { Content } from '../../../content/schema/content.ts';
import { LOCALES, type Locale } from '../../../content/schema/locale.ts';
import { createRecognizer } from '../../../dialogs/language/createRecognizer.ts';
import { createDangerTeacher } from '../../../dialogs/language/danger/createDangerTeacher.ts';
import { encodeDangerModel } from '../../../dialogs/language/danger/dangerModel.ts';
import { createSights } from '../../../dialogs/language/model/createFeatures.ts';
import { learnMoveModel, placeMoves } from '../../../dialogs/language/model/learnMoveModel.ts';
import { encodeMoveModel } from '../../../dialogs/language/model/moveModel.ts';
import { runCommand, UsageError } from './arguments.ts';

const CONTENT = join(import.meta.dirname, '../../../content');
const SUBJECTS = ['moves', 'danger'] as const;

/**
 * `npm run learn [-- moves|danger] [nl|en]`: learns anew from the labelled turns, or from the phrasings of danger, of both
 * languages or of one; without a subject from both, moves first, since what teachers say is ordinary to danger.
 */
await runCommand(async () => {
  const asked = process.argv.slice(2);
  const known: readonly string[] = [...SUBJECTS, ...LOCALES];
  if (!asked.every((one) => known.includes(one))) throw new UsageError(`learn: any of ${known.join(', ')}.`);

  const among = <T extends string>(all: readonly T[]) => {
    const chosen = all.filter((one) => asked.includes(one));
    return chosen.length > 0 ? chosen : all;
  };
  const content = loadContent(CONTENT);
  for (const subject of among(SUBJECTS)) {
    for (const locale of among(LOCALES)) {
      write(subject === 'moves' ? learnMoves(content, locale) : learnDanger(content, locale));
    }
  }
});

interface LearnedFile {
  readonly file: string;
  readonly model: unknown;
  readonly from: string;
}

function learnMoves({ lexicon }: Content, locale: Locale): LearnedFile {
  const rules = createRecognizer(lexicon);
  const { turns, problems } = readLabelledTurns(locale, CONTENT);
  if (problems.length > 0) throw new Error(problems.map(describeProblem).join('\n'));
  const { examples } = turns;
  const known = [...turns.known, ...turns.said.map((turn) => placeMoves(turn, locale, rules))];
  const sights = createSights(lexicon.locales[locale].words);
  const model = learnMoveModel({ examples, known }, locale, rules, sights);
  const from = `${examples.length} turns and ${known.length} known ones`;
  return { file: moveModelFile(locale), model: encodeMoveModel(model, fingerprintOf(turns)), from };
}

function learnDanger(content: Content, locale: Locale): LearnedFile {
  const lessons = readDangerLessons(locale, CONTENT);
  const model = createDangerTeacher(locale, content)(lessons);
  const learnedFrom = fingerprintOfDanger(lessons, content.danger[locale]);
  const from = `${lessons.examples.length} phrasings and ${lessons.ordinary.length} ordinary turns`;
  return { file: dangerModelFile(locale), model: encodeDangerModel(model, learnedFrom), from };
}

function write({ file, model, from }: LearnedFile): void {
  const stored = `${JSON.stringify(model)}\n`;
  writeFileSync(join(CONTENT, file), stored);
  process.stdout.write(`${file}: ${from}, ${Math.round(stored.length / 1000)} kB\n`);
}
