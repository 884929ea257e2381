import { LineChart, LineChartData, LineChartValue } from '@microsoft/teams.cards';
import { cardTable } from '../../cards/cardBody.ts';
import type { Translate } from '../../texts.ts';
import type { CurvePoint } from './curveChart.ts';

/** What the lines are drawn from; a `CurveChart` has more. */
interface Lines {
  readonly points: readonly Pick<CurvePoint, 'turn' | 'tension' | 'trust'>[];
  readonly tries: readonly {
    readonly number: number;
    readonly points: readonly Pick<CurvePoint, 'turn' | 'tension'>[];
  }[];
}

/**
 * Tension and trust as lines, the earlier try beside them; where a client draws no charts, the same figures in a table.
 * Source: Charts in Adaptive Cards, Chart.Line (Microsoft Teams developer documentation).
 */
export function curveCard({ points, tries }: Lines, t: Translate): LineChart {
  const before = tries.at(-1);
  const line = (legend: string, values: readonly { readonly turn: number; readonly value: number }[]) =>
    new LineChartData({ legend, values: values.map(({ turn, value }) => new LineChartValue({ x: turn, y: value })) });
  return new LineChart({
    title: t('cards.curve.title'),
    showTitle: true,
    xAxisTitle: t('cards.curve.turn'),
    yAxisTitle: t('cards.curve.scale'),
    yMin: 0,
    yMax: 100,
    data: [
      line(
        capital(t('curve.tension')),
        points.map(({ turn, tension }) => ({ turn, value: tension })),
      ).withColor('categoricalRed'),
      line(
        capital(t('curve.trust')),
        points.map(({ turn, trust }) => ({ turn, value: trust })),
      ).withColor('categoricalBlue'),
      ...(before
        ? [
            line(
              t('cards.curve.before', { number: before.number }),
              before.points.map(({ turn, tension }) => ({ turn, value: tension })),
            ).withColor('neutral'),
          ]
        : []),
    ],
    fallback: figures({ points, tries }, t),
  });
}

function figures({ points, tries }: Lines, t: Translate) {
  const before = tries.at(-1);
  const head = [t('curve.table.turn'), t('curve.table.tension'), t('curve.table.trust')];
  const rows = points.map(({ turn, tension, trust }) => [
    turn === 0 ? t('curve.start') : String(turn),
    String(tension),
    String(trust),
    ...(before ? [String(before.points.find((point) => point.turn === turn)?.tension ?? '')] : []),
  ]);
  return cardTable([[...head, ...(before ? [t('cards.curve.before', { number: before.number })] : [])], ...rows]);
}

function capital(word: string): string {
  return word.charAt(0).toLocaleUpperCase() + word.slice(1);
}
