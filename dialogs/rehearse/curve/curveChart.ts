import type { Locale } from '../../../content/schema/locale.ts';
import type { Scenario } from '../../../content/schema/scenario.ts';
import type { EndReason, Phase } from '../../../content/schema/state.ts';
import type { Debrief } from '../../engine/debrief.ts';
import { HOT_FROM, WARM_FROM } from '../../engine/heatOf.ts';
import type { Rehearsal } from '../../engine/rehearsal.ts';

/**
 * How tension and trust went in one talk, as data: the web page draws it, a card in Teams can, and so can an export.
 * Every value of tension and trust is a whole number from 0 to 100. Quotes are the teacher's words as they were typed:
 * whoever shows them escapes them.
 */
export interface CurveChart {
  readonly version: 1;
  readonly locale: Locale;
  /** Id of the scenario. */
  readonly scenario: string;
  readonly title: string;
  /** The start first, then one per turn. */
  readonly points: readonly CurvePoint[];
  /** Earlier tries that were taken back, the oldest first. */
  readonly tries: readonly CurveTry[];
  /** The tension from which the parent is hot, and warm; below that, cool. */
  readonly bands: { readonly hot: number; readonly warm: number };
  /** The tension at which this parent walks out. */
  readonly limit: number;
  /** The turn that changed the tension most; `change` has its sign. */
  readonly turningPoint: { readonly turn: number; readonly quote: string; readonly change: number } | null;
  readonly ended: EndReason;
}

/** Tension and trust just after one turn. */
export interface CurvePoint {
  /** 0 is the parent's opening. */
  readonly turn: number;
  readonly tension: number;
  readonly trust: number;
  readonly phase: Phase;
  /** What the teacher said; empty at the opening. */
  readonly quote: string;
  /** What the parent answered. */
  readonly answer: string;
}

/** One earlier try. Its first point is the turn that it was taken back to, and has no quote. */
export interface CurveTry {
  /** From 1, in the order of trying. */
  readonly number: number;
  readonly from: number;
  readonly points: readonly Pick<CurvePoint, 'turn' | 'tension' | 'trust' | 'quote'>[];
}

/** The picture of a talk as data. Pure: nothing in it that the rehearsal and its debrief do not say. */
export function curveChart(scenario: Scenario, rehearsal: Rehearsal, report: Debrief): CurveChart {
  const { locale, start, opening, turns } = rehearsal;
  const first: CurvePoint = {
    turn: 0,
    tension: start.tension,
    trust: start.trust,
    phase: start.phase,
    quote: '',
    answer: opening.text,
  };
  return {
    version: 1,
    locale,
    scenario: scenario.id,
    title: scenario.title[locale],
    points: [
      first,
      ...turns.map(({ number, state, reading, reply }) => ({
        turn: number,
        tension: state.tension,
        trust: state.trust,
        phase: state.phase,
        quote: reading.utterance,
        answer: reply.text,
      })),
    ],
    tries: report.tries.map(tryOf),
    bands: { hot: HOT_FROM, warm: WARM_FROM },
    limit: scenario.persona.limit,
    turningPoint: turningPoint(report),
    ended: report.ended,
  };
}

function tryOf({ from, curve, quotes }: Debrief['tries'][number], index: number): CurveTry {
  const points = curve.map(({ tension, trust }, step) => ({
    turn: from + step,
    tension,
    trust,
    quote: quotes[step - 1]?.quote ?? '',
  }));
  return { number: index + 1, from, points };
}

function turningPoint({ turningPoint: found }: Debrief): CurveChart['turningPoint'] {
  if (found === null || found.tension === 0) return null;
  return { turn: found.turn, quote: found.quote, change: found.tension };
}
