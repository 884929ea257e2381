import { type OrdinaryTurn, readDangerLessons } from '../../content/readDangerLessons.ts';
import type { Content } from '../../content/schema/content.ts';
import { DANGERS } from '../../content/schema/danger.ts';
import { LOCALES, type Locale } from '../../content/schema/locale.ts';
import { ordinaryWords } from '../../dialogs/language/createLanguage.ts';
import { compileDanger } from '../../dialogs/language/danger/compileDanger.ts';
import { createDangerDetector, type DangerDetector } from '../../dialogs/language/danger/createDangerDetector.ts';
import { createDangerTeacher } from '../../dialogs/language/danger/createDangerTeacher.ts';
import { type DangerScore, scoreDanger } from './scoreDanger.ts';

/** How danger is found in the phrasings of a writer from whom nothing was learned, and of whom no threshold was set. */
export interface LeftOutScore {
  readonly locale: Locale;
  readonly writer: string;
  readonly patterns: DangerScore;
  readonly together: DangerScore;
  /** In the order of `DANGERS`. */
  readonly recallByKind: readonly number[];
  /** Of ordinary turns from whose writers nothing was learned either, the share that is stopped. */
  readonly ordinary: number;
}

/** Every so many-th file of ordinary turns is left out as well. */
const ORDINARY_LEFT = 5;

/** Leaves each writer of phrasings out in turn. Minutes. */
export function leaveOneWriterOut(content: Content): readonly LeftOutScore[] {
  const { danger, lexicon, models } = content;
  const compiled = compileDanger(danger, lexicon);
  const known = ordinaryWords(models);
  const byPatterns = createDangerDetector(danger, lexicon, { known, compiled });
  return LOCALES.flatMap((locale) => {
    const { examples, ordinary } = readDangerLessons(locale);
    const teach = createDangerTeacher(locale, content);
    const files = [...new Set(ordinary.map(({ writer }) => writer))];
    return [...new Set(examples.map(({ writer }) => writer))].map((writer, fold) => {
      const isLeft = (one: { readonly writer: string }) => files.indexOf(one.writer) % ORDINARY_LEFT === fold;
      const model = teach({
        examples: examples.filter((one) => one.writer !== writer),
        ordinary: ordinary.filter((one) => !isLeft(one)),
      });
      const findDanger = createDangerDetector(danger, lexicon, { known, compiled, models: { [locale]: model } });
      const own = examples.filter((one) => one.writer === writer);
      const turns = ordinary.filter(isLeft);
      return {
        locale,
        writer,
        patterns: scoreDanger(own, byPatterns),
        together: scoreDanger(own, findDanger),
        recallByKind: DANGERS.map(
          (kind) =>
            scoreDanger(
              own.filter((one) => one.kind === kind),
              findDanger,
            ).recall,
        ),
        ordinary: stoppedOf(turns, findDanger) / turns.length,
      };
    });
  });
}

function stoppedOf(turns: readonly OrdinaryTurn[], findDanger: DangerDetector): number {
  return turns.filter(({ text, isPractised }) => findDanger(text, isPractised) !== null).length;
}

/** The scores as a table. */
export function printLeftOut(scores: readonly LeftOutScore[]): string {
  const share = (value: number) => value.toFixed(3);
  const rows = scores.map(({ locale, writer, patterns, together, recallByKind, ordinary }) =>
    [
      `  ${locale} ${writer.padEnd(16)}`,
      `${share(patterns.recall)} ${share(patterns.falseAlarms)}`,
      `${share(together.recall)} ${share(together.falseAlarms)}`,
      recallByKind.map(share).join(' '),
      ordinary.toFixed(4),
    ].join('   '),
  );
  const heading = `Danger, each writer left out: found and false alarms by patterns, together; found of ${DANGERS.join(', ')}; ordinary turns stopped`;
  return ['', heading, ...rows, ''].join('\n');
}
