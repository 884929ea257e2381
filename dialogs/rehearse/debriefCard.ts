import { cardBody, cardHeading } from '../cards/cardBody.ts';
import type { CardButton } from '../cards/cardButton.ts';
import type { CardLook } from '../cards/withCard.ts';
import type { Translate } from '../texts.ts';
import { curveCard } from './curve/curveCard.ts';
import type { CurveChart } from './curve/curveChart.ts';
import { DEBRIEF_PAGES, type DebriefPage } from './debriefPage.ts';

/** Buttons that lead on from the debrief, beside those that turn its pages. */
const WAYS_ON = 3;

/** One page of a debrief; the others take its place. */
export function debriefCard(
  t: Translate,
  page: DebriefPage,
  shown: {
    /** The page in Markdown. */
    readonly text: string;
    /** Null when nothing was said. */
    readonly chart: CurveChart | null;
    readonly ways: readonly CardButton[];
    /** Where the talk stands. */
    readonly on: string;
  },
): CardLook {
  const { text, chart, ways, on } = shown;
  const hasChart = chart !== null && (page === 'short' || page === 'curve');
  const heading = page === 'short' ? [] : [cardHeading(t(`cards.debrief.${page}.heading`))];
  const others = DEBRIEF_PAGES.filter((other) => other !== page).map((other) => ({
    title: t(`cards.debrief.${other}.title`),
    value: t(`cards.debrief.${other}.word`),
    isInPlace: true as const,
    on,
  }));
  return {
    body: [...heading, ...cardBody(text), ...(hasChart ? [curveCard(chart, t)] : [])],
    buttons: [...others, ...ways.slice(0, WAYS_ON).map(({ title, value }) => ({ title, value, on }))],
  };
}
