import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand, UsageError } from '../../bot/channels/console/arguments.ts';
import { loadContent } from '../../content/load.ts';
import { LOCALES } from '../../content/schema/locale.ts';
import { createLanguage } from '../../dialogs/language/createLanguage.ts';
import { codedTwice } from './codedTwice.ts';
import { readCorrections } from './corrections.ts';
import { drawPicture } from './drawPicture.ts';
import { fallsSince, type HistoryRow, readHistory, writeHistory } from './history.ts';
import { leaveOneWriterOut, printLeftOut } from './leaveOneWriterOut.ts';
import { makeReport, nameOf } from './makeReport.ts';
import { measureAnswering, printAnswering, readBlindMessages } from './measureAnswering.ts';
import { type DangerSetScore, measureDanger, printDanger } from './measureDanger.ts';
import { type FindingScore, measureFinding, printFinding, readBlindQuestions } from './measureFinding.ts';
import { measureMasking, printMasking } from './measureMasking.ts';
import { printCoders, printFalls, printReport } from './printReport.ts';
import { readSets } from './readSets.ts';
import type { Report } from './report.ts';

const REPORTS = '.data/reports';
const HISTORY = join(import.meta.dirname, 'history.csv');

/** `npm run eval`: see the README beside this file. */
await runCommand(async () => {
  const asked = readArguments();
  const sets = readSets(join(import.meta.dirname, 'sets'));
  const coders = codedTwice(sets, asked.kappa ?? join(import.meta.dirname, 'second'));
  if (asked.kappa !== undefined) {
    if (coders.length === 0)
      throw new UsageError(`--kappa: no <locale>/<set>.txt of a development set in ${asked.kappa}.`);
    process.stdout.write(coders.map(printCoders).join('\n'));
    return;
  }
  if (asked.masking) {
    const masking = measureMasking(loadContent(), import.meta.dirname);
    process.stdout.write(printMasking(masking));
    mkdirSync(REPORTS, { recursive: true });
    writeFileSync(join(REPORTS, 'masking.json'), `${JSON.stringify(masking, null, 2)}\n`);
    return;
  }
  if (asked.danger) {
    process.stdout.write(printLeftOut(leaveOneWriterOut(loadContent())));
    return;
  }
  if (asked.answering) {
    const content = loadContent();
    const messages = readBlindMessages(join(import.meta.dirname, 'answering'));
    process.stdout.write(printAnswering(measureAnswering(content, createLanguage(content).findDanger, messages)));
    return;
  }
  const corrections = asked.with === undefined ? undefined : correctionsIn(asked.with);

  const content = loadContent();
  const report = await makeReport(content, sets, coders, { quick: asked.quick, corrections }, ({ job, seconds }) => {
    process.stderr.write(`${job.locale} ${nameOf(job)}: ${seconds.toFixed(0)} s\n`);
  });
  process.stdout.write(printReport(report));
  const finding = measureFinding(content, readBlindQuestions(join(import.meta.dirname, 'finding')));
  process.stdout.write(printFinding(finding));
  const danger = measureDanger(join(import.meta.dirname, 'danger'), createLanguage(content).findDanger);
  process.stdout.write(printDanger(danger));
  keep(report, finding, danger);
  const history = existsSync(HISTORY) ? readHistory(readFileSync(HISTORY, 'utf8')) : [];
  const now = historyRows(report);
  process.stdout.write(printFalls(fallsSince(history, now)));
  if (asked.record) writeFileSync(HISTORY, writeHistory([...history, ...now]));
});

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        quick: { type: 'boolean', default: false },
        record: { type: 'boolean', default: false },
        with: { type: 'string' },
        kappa: { type: 'string' },
        danger: { type: 'boolean', default: false },
        masking: { type: 'boolean', default: false },
        answering: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new UsageError(
      'npm run eval -- [--quick] [--record] [--with <file>] [--kappa <folder>] [--danger] [--answering] [--masking]',
      {
        cause: error,
      },
    );
  }
}

/** Reads them once before a long run begins, so that a mistake is heard of at once. */
function correctionsIn(file: string) {
  if (!existsSync(file)) throw new UsageError(`--with: there is no file ${file}.`);
  const corrections = readCorrections(readFileSync(file, 'utf8'), file);
  return { file, locales: LOCALES.filter((locale) => corrections.some((one) => one.locale === locale)) };
}

function keep(report: Report, finding: readonly FindingScore[], danger: readonly DangerSetScore[]): void {
  mkdirSync(REPORTS, { recursive: true });
  writeFileSync(join(REPORTS, 'eval.json'), `${JSON.stringify({ ...report, finding, danger }, null, 2)}\n`);
  writeFileSync(join(REPORTS, 'eval.svg'), drawPicture(report));
  process.stdout.write(`All figures: ${REPORTS}/eval.json. Picture: ${REPORTS}/eval.svg\n`);
}

function historyRows({ main, at, learnedFrom }: Report): readonly HistoryRow[] {
  return main.map(({ locale, set, score }) => {
    const { macroF1, microF1, spanF1, noneEmpty, severe } = score;
    const figures = { macroF1, microF1, spanF1, noneEmpty, severe };
    return { at: at.slice(0, 10), learnedFrom: learnedFrom[locale], language: locale, set, ...figures };
  });
}
