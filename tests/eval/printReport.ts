import { LOCALES, type Locale } from '../../content/schema/locale.ts';
import { MOVES } from '../../content/schema/move.ts';
import type { Calibration } from './calibration.ts';
import type { Fall } from './history.ts';
import type { Times } from './measureSpeed.ts';
import type { CodedSet, Report, ReportRow } from './report.ts';
import { f1Of, type MoveScore, precisionOf, recallOf } from './scoreMoves.ts';
import { kindOf } from './writersTogether.ts';

const NAME_WIDTH = 46;
const MOST_CONFUSIONS = 15;

/** The whole report as tables for a terminal. */
export function printReport(report: Report): string {
  const parts = [
    table('development sets', report.main),
    ...LOCALES.flatMap((locale) => perKind(locale, report.main)),
    ...LOCALES.map((locale) => confusions(locale, report)),
    ...LOCALES.map((locale) => calibration(locale, report.languages[locale].calibration)),
    table('as people write (by-label)', report.noise, report.main),
    table('with a part left out', report.ablation, report.main),
    table('learned anew, on fewer examples or without a part', report.learning, report.main),
    table('what others make of it', report.baselines, report.main),
    table('with the corrections', report.corrected, report.main),
    ...LOCALES.map((locale) => times(locale, report.languages[locale].times)),
    readiness(report),
    codersInShort(report.coders),
  ];
  return `${parts.filter((part) => part !== '').join('\n')}\n`;
}

/** What two coders make of one set, with every turn that they label otherwise. */
export function printCoders({ locale, set, agreement }: CodedSet): string {
  const { turns, perMove: moves, overall, disagreements, unpaired } = agreement;
  const kappa = (value: number | null) => (value === null ? '   –' : figure(value));
  const line = (name: string, one: typeof overall) =>
    `  ${name.padEnd(NAME_WIDTH - 2)}${kappa(one.kappa)} ${[one.both, one.onlyFirst, one.onlySecond, one.neither].map(count).join('')}`;
  return [
    heading(
      `two coders: ${locale} ${set}, ${turns} turns, spans ${agreement.spanF1.toFixed(2)}`,
      ' kappa   both  first second neither',
    ),
    ...MOVES.map((move) => line(move, moves[move])),
    line('all labels', overall),
    ...disagreements.map(
      ({ text, onlyFirst, onlySecond }) =>
        `  “${text}”\n    first: ${onlyFirst.join(', ') || '–'} · second: ${onlySecond.join(', ') || '–'}`,
    ),
    ...unpaired.map((text) => `  one coder alone has: “${text}”`),
    '',
  ].join('\n');
}

function codersInShort(coders: readonly CodedSet[]): string {
  if (coders.length === 0) return '';

  const lines = coders.map(({ locale, set, agreement: { turns, overall, spanF1, disagreements } }) => {
    const name = `${locale} ${set}, ${turns} turns`.padEnd(NAME_WIDTH - 2);
    return `  ${name}κ ${(overall.kappa ?? 0).toFixed(3)}  spans ${spanF1.toFixed(2)}  ${disagreements.length} turns otherwise`;
  });
  return ['two coders (label by label: --kappa tests/eval/second)', ...lines, ''].join('\n');
}

/** What got worse since it was last recorded, loud enough to be seen at the end of a long table. */
export function printFalls(falls: readonly Fall[]): string {
  if (falls.length === 0) return '';

  const lines = falls.map(
    ({ language, set, figure: name, was, is }) =>
      `!!  ${language} ${set}: ${name} ${was.toFixed(2)} → ${is.toFixed(2)}`,
  );
  return ['', '!!  WORSE THAN WHEN LAST RECORDED', ...lines, ''].join('\n');
}

function table(title: string, rows: readonly ReportRow[], plain: readonly ReportRow[] = []): string {
  if (rows.length === 0) return '';

  const lines = rows.map((row) => {
    const { locale, set, variant, score } = row;
    const same = plain.find((one) => one.locale === locale && one.set === set)?.score;
    const change = same === undefined ? '' : ` ${signed(score.macroF1 - same.macroF1)}`;
    const name = [`${locale} ${set}`, variant].filter(Boolean).join(', ');
    return `  ${name.padEnd(NAME_WIDTH - 2)}${figuresOf(score)}  ${score.worst.move} ${score.worst.f1.toFixed(2)}${change}`;
  });
  return [heading(title, ' macro  micro   span  empty severe  exact  worst'), ...lines, ''].join('\n');
}

/** One table for each kind of set, its writers apart and together side by side. */
function perKind(locale: Locale, rows: readonly ReportRow[]): readonly string[] {
  const own = rows.filter((row) => row.locale === locale);
  return [...Map.groupBy(own, ({ set }) => kindOf(set)).values()].map((ofKind) => perMove(locale, ofKind));
}

function perMove(locale: Locale, rows: readonly ReportRow[]): string {
  const lines = MOVES.map((move) => {
    const cells = rows.map(({ score }) => {
      const counts = score.perMove[move];
      const cell = [f1Of(counts), precisionOf(counts), recallOf(counts)].map(figure).join('');
      return `${cell}${count(counts.right + counts.missed)}`;
    });
    return `  ${move.padEnd(26)}${cells.join('   ')}`;
  });
  const titles = rows.map(({ set }) => set.padStart(25)).join('   ');
  const columns = rows.map(() => '    F1  prec   rec  turns').join('   ');
  return [`${locale}, label by label`.padEnd(28) + titles, ' '.repeat(28) + columns, ...lines, ''].join('\n');
}

function confusions(locale: Locale, { languages }: Report): string {
  const lines = languages[locale].confusions
    .filter(({ instead }) => instead !== null)
    .slice(0, MOST_CONFUSIONS)
    .map(({ missed, instead, turns }) => `  ${count(turns)}  ${missed ?? '(no move)'} → ${instead}`);
  return [`${locale}, what was taken for what, in turns of all sets`, ...lines, ''].join('\n');
}

function calibration(locale: Locale, { bins, error }: Calibration): string {
  const lines = bins
    .filter(({ found }) => found > 0)
    .map(
      ({ from, to, found, confidence, right }) =>
        `  ${from.toFixed(1)}–${to.toFixed(1)} ${count(found)} found, sure ${figure(confidence)}, right ${figure(right)}`,
    );
  return [`${locale}, can its confidence be believed? Mean distance ${error.toFixed(3)}`, ...lines, ''].join('\n');
}

function times(locale: Locale, measured: Readonly<Record<string, Times>>): string {
  const lines = Object.entries(measured).map(
    ([name, { turns, p50, p99, most }]) =>
      `  ${name.padEnd(32)}p50 ${milliseconds(p50)}  p99 ${milliseconds(p99)}  most ${milliseconds(most)}  (${turns} texts)`,
  );
  return lines.length === 0 ? '' : [`${locale}, how fast`, ...lines, ''].join('\n');
}

function readiness({ readiness: measured }: Report): string {
  if (measured === null) return '';
  const { readyMs, firstTurnMs, memoryMb } = measured;
  return `ready in ${readyMs.toFixed(0)} ms, first turn ${firstTurnMs.toFixed(0)} ms, keeps ${memoryMb.toFixed(1)} MB\n`;
}

function heading(title: string, columns: string): string {
  return `${title.padEnd(NAME_WIDTH)}${columns}`;
}

function figuresOf(one: MoveScore): string {
  return [one.macroF1, one.microF1, one.spanF1, one.noneEmpty, one.severe, one.exact].map(figure).join(' ');
}

function figure(value: number): string {
  return value.toFixed(2).padStart(6);
}

function count(value: number): string {
  return String(value).padStart(7);
}

function signed(value: number): string {
  return `(${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)})`;
}

function milliseconds(value: number): string {
  return `${value.toFixed(2)} ms`.padStart(10);
}
