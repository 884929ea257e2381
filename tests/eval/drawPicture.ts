import { LOCALES, type Locale } from '../../content/schema/locale.ts';
import type { Calibration } from './calibration.ts';
import type { Report, ReportRow } from './report.ts';

const COLORS: Readonly<Record<Locale, string>> = { nl: '#1b6e8c', en: '#c4622d' };
const INK = '#333';
const WIDTH = 860;
const PLOT = { width: 300, height: 220 };
const BAR = { left: 330, width: 440, height: 12 };
const LEARNED_SHARES: Readonly<Record<string, number>> = {
  'a quarter of the examples': 1 / 4,
  'an eighth of the examples': 1 / 8,
  'a sixteenth of the examples': 1 / 16,
};

interface Point {
  /** Both from 0 to 1. */
  readonly x: number;
  readonly y: number;
}

/** The report as a picture (SVG): macro-F1 of every set and of `by-label` in every way, the learning curve, and how far confidence can be believed. */
export function drawPicture(report: Report): string {
  const changed = [...report.noise, ...report.ablation, ...report.baselines, ...report.corrected];
  const rows = [...report.main, ...changed.filter(({ set }) => set === 'by-label')];
  const bars = rows.map(barOf).join('');
  const top = 70 + rows.length * (BAR.height + 6);
  const curves = plot('how often a found move is right, by confidence', 60, top, reliability(report), true);
  const learning = plot('macro-F1 by label, by share of the examples', 480, top, learningCurve(report), false);
  const height = top + PLOT.height + 90;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="11" fill="${INK}">`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    `<text x="20" y="28" font-size="16">How well teachers are understood: macro-F1</text>`,
    `<text x="20" y="46">${escaped(`${report.at}, Node ${report.node}`)}</text>`,
    ...LOCALES.map((locale, at) => `<text x="${700 + at * 40}" y="28" fill="${COLORS[locale]}">■ ${locale}</text>`),
    bars,
    curves,
    learning,
    '</svg>\n',
  ].join('\n');
}

function barOf({ locale, set, variant, score }: ReportRow, at: number): string {
  const y = 60 + at * (BAR.height + 6);
  const name = [`${locale} ${set}`, variant].filter(Boolean).join(', ');
  const width = (score.macroF1 * BAR.width).toFixed(1);
  return [
    `<text x="${BAR.left - 8}" y="${y + 10}" text-anchor="end">${escaped(name)}</text>`,
    `<rect x="${BAR.left}" y="${y}" width="${width}" height="${BAR.height}" fill="${COLORS[locale]}"/>`,
    `<text x="${(BAR.left + score.macroF1 * BAR.width + 6).toFixed(1)}" y="${y + 10}">${score.macroF1.toFixed(2)}</text>\n`,
  ].join('');
}

function reliability({ languages }: Report): Readonly<Record<Locale, readonly Point[]>> {
  const pointsOf = ({ bins }: Calibration) =>
    bins.filter(({ found }) => found > 0).map(({ confidence, right }) => ({ x: confidence, y: right }));
  return { nl: pointsOf(languages.nl.calibration), en: pointsOf(languages.en.calibration) };
}

function learningCurve({ learning, main }: Report): Readonly<Record<Locale, readonly Point[]>> {
  const pointsOf = (locale: Locale) =>
    [...learning, ...main]
      .filter((row) => row.locale === locale && row.set === 'by-label')
      .flatMap(({ variant, score }) => {
        const share = variant === '' ? 1 : LEARNED_SHARES[variant];
        return share === undefined || learning.length === 0 ? [] : [{ x: share, y: score.macroF1 }];
      })
      .sort((a, b) => a.x - b.x);
  return { nl: pointsOf('nl'), en: pointsOf('en') };
}

function plot(
  title: string,
  left: number,
  top: number,
  lines: Readonly<Record<Locale, readonly Point[]>>,
  diagonal: boolean,
): string {
  const { width, height } = PLOT;
  const x = (value: number) => (left + value * width).toFixed(1);
  const y = (value: number) => (top + 30 + (1 - value) * height).toFixed(1);
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(
    (tick) =>
      `<text x="${left - 6}" y="${y(tick)}" text-anchor="end">${tick}</text><text x="${x(tick)}" y="${top + 46 + height}" text-anchor="middle">${tick}</text>`,
  );
  const curves = LOCALES.map((locale) => {
    const points = lines[locale];
    const dots = points.map(
      (point) => `<circle cx="${x(point.x)}" cy="${y(point.y)}" r="3" fill="${COLORS[locale]}"/>`,
    );
    const path = points.map((point) => `${x(point.x)},${y(point.y)}`).join(' ');
    return `<polyline points="${path}" fill="none" stroke="${COLORS[locale]}" stroke-width="2"/>${dots.join('')}`;
  });
  return [
    `<text x="${left}" y="${top + 18}" font-size="13">${escaped(title)}</text>`,
    `<rect x="${left}" y="${top + 30}" width="${width}" height="${height}" fill="none" stroke="#bbb"/>`,
    diagonal ? `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#bbb" stroke-dasharray="4"/>` : '',
    ...ticks,
    ...curves,
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
