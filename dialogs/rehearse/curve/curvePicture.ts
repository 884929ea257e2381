import type { Translate } from '../../texts.ts';
import type { CurveChart } from './curveChart.ts';
import { curveGround, curvePhases } from './curveGround.ts';
import { type CurveLayout, curveLayout, type PictureSize } from './curveLayout.ts';
import { curveLines } from './curveLines.ts';
import { paint } from './curvePaint.ts';
import { element, escaped, type Markup } from './markup.ts';
import { shortened } from './shortened.ts';

const LONGEST_QUOTE = 110;

/**
 * The picture of tension and trust as one SVG, complete in itself: it needs no style sheet, no script and no font.
 * `words` is the same in sentences, for who does not see it. Everything that a teacher typed is escaped.
 */
export function curvePicture(chart: CurveChart, words: string, size: PictureSize, t: Translate): string {
  const layout = curveLayout(chart, size);
  const title = t('curve.title', { title: chart.title });
  const phasesAt = layout.bottom + layout.fontSize + 18;
  const hasPhases = size === 'wide';
  const notesAt = (hasPhases ? phasesAt + 18 : layout.bottom + layout.fontSize + 10) + layout.fontSize + 10;
  const notes = wrapped(notesOf(chart, t), layout);
  const height = notesAt + notes.length * lineHeight(layout) - layout.fontSize + 6;

  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${layout.width} ${height}`,
      class: `curve-picture curve-picture--${size}`,
      role: 'img',
      'aria-label': title,
      lang: chart.locale,
      'font-family': 'Segoe UI, system-ui, Open Sans, sans-serif',
      'font-size': layout.fontSize,
    },
    element('title', {}, escaped(title)),
    element('desc', {}, escaped(words)),
    ...curveGround(chart, layout, t),
    ...(hasPhases ? curvePhases(chart, layout, t, phasesAt) : []),
    ...curveLines(chart, layout, t),
    ...(size === 'wide' ? columns(chart, layout, t) : []),
    ...notes.map((note, index) =>
      element('text', { ...paint('text'), x: 2, y: notesAt + index * lineHeight(layout) }, escaped(note)),
    ),
  );
}

function lineHeight({ fontSize }: CurveLayout): number {
  return fontSize + 5;
}

function notesOf({ turningPoint, ended }: CurveChart, t: Translate): readonly string[] {
  const end = t('curve.end', { end: t(`curve.ended.${ended}`) });
  if (turningPoint === null) return [end];
  const { turn, change, quote } = turningPoint;
  const signed = `${change > 0 ? '+' : '−'}${Math.abs(change)}`;
  return [t('curve.turningPoint', { turn, change: signed, quote: shortened(quote, LONGEST_QUOTE) }), end];
}

function wrapped(texts: readonly string[], { charactersPerLine }: CurveLayout): readonly string[] {
  return texts.flatMap((text) => {
    const lines: string[] = [];
    for (const word of text.split(' ').flatMap((long) => pieces(long, charactersPerLine))) {
      const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
      if (lines.length > 0 && longer.length <= charactersPerLine) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  });
}

function pieces(word: string, longest: number): readonly string[] {
  return word.match(new RegExp(`.{1,${longest}}`, 'gsu')) ?? [];
}

/** Rest the pointer on a turn, and its values and words appear. */
function columns({ points }: CurveChart, { x, top, bottom }: CurveLayout, t: Translate): readonly Markup[] {
  const width = x(1) - x(0);
  return points.map(({ turn, tension, trust, quote }) => {
    const values = `${t('curve.tension')} ${tension}, ${t('curve.trust')} ${trust}`;
    const when = turn === 0 ? t('curve.start') : t('curve.turnNumber', { turn });
    const said = quote ? `\n“${shortened(quote, LONGEST_QUOTE)}”` : '';
    return element(
      'rect',
      { ...paint('touch'), x: x(turn) - width / 2, y: top, width, height: bottom - top },
      element('title', {}, escaped(`${when}: ${values}${said}`)),
    );
  });
}
