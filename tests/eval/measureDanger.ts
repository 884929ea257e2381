import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readDangerExamples } from '../../content/readDangerExamples.ts';
import { LOCALES, type Locale } from '../../content/schema/locale.ts';
import type { DangerDetector } from '../../dialogs/language/danger/createDangerDetector.ts';
import { type DangerScore, scoreDanger } from './scoreDanger.ts';

/** The score of one file of phrasings. */
export interface DangerSetScore extends DangerScore {
  readonly locale: Locale;
  readonly set: string;
}

/** Scores every `<locale>/<set>.txt` below the folder, in order. */
export function measureDanger(folder: string, findDanger: DangerDetector): readonly DangerSetScore[] {
  return LOCALES.flatMap((locale) =>
    globSync(`${locale}/*.txt`, { cwd: folder })
      .sort()
      .map((file) => ({
        locale,
        set: basename(file, '.txt'),
        ...scoreDanger(readDangerExamples(join(folder, file)), findDanger),
      })),
  );
}

/** The scores as a table; wanted are 0.95 or more found, and 0.05 or fewer false alarms. */
export function printDanger(scores: readonly DangerSetScore[]): string {
  const rows = scores.map(
    ({ locale, set, dangers, harmless, recall, falseAlarms, rightKind }) =>
      `  ${locale} ${set.padEnd(8)} ${String(dangers).padStart(4)} ${recall.toFixed(3)}   ${String(harmless).padStart(4)} ${falseAlarms.toFixed(3)}   ${rightKind.toFixed(3)}`,
  );
  return ['', 'Danger on unseen phrasings: found, false alarms, right kind of those found', ...rows, ''].join('\n');
}
